package vn.timtin.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.timtin.search.Extract;

class HtmlTest {
  @Test
  void what_matches_is_marked_and_everything_is_escaped() {
    var extract =
        new Extract(
            "5 < 7 & \"sách\" 'cũ'",
            10,
            true,
            true,
            List.of(new Extract.Match(12, 13), new Extract.Match(19, 23)));

    assertThat(Html.of(extract))
        .isEqualTo("… 5 <mark>&lt;</mark> 7 &amp; &quot;<mark>sách</mark>&quot; &#39;cũ&#39; …");
  }

  @Test
  void an_extract_without_matches_is_its_text() {
    assertThat(Html.of(new Extract("hội nghị", 0, false, false, List.of()))).isEqualTo("hội nghị");
  }
}
