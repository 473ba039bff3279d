package vn.timtin.article;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a list of articles shows of each: all of an {@link Article} but its text. What was not given
 * is the empty string.
 *
 * @param id identifies the article in its index
 * @param title the headline
 * @param summary the lead
 * @param author the byline
 * @param source the host name of the site
 * @param category the section of the paper
 * @param url where the article stood
 * @param publishedAt when it was published, or null where that is not known
 */
public record ArticleHead(
    String id,
    String title,
    String summary,
    String author,
    String source,
    String category,
    String url,
    @Nullable OffsetDateTime publishedAt) {}
