package vn.timtin.server.view;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.timtin.article.PublicationTime;

/** Points in time, as they are sent. */
final class Moments {
  private Moments() {}

  /** Yields the time in Vietnam, null where there is none. */
  static String print(Optional<Instant> moment) {
    return moment
        .map(m -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(m.atZone(PublicationTime.VIETNAM)))
        .orElse(null);
  }
}
