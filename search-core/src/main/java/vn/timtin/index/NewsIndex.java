package vn.timtin.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.timtin.article.Article;
import vn.timtin.correction.CorrectedText;
import vn.timtin.search.RelatedRequest;
import vn.timtin.search.RelatedResults;
import vn.timtin.search.SearchRequest;
import vn.timtin.search.SearchResults;
import vn.timtin.search.SourceSummary;
import vn.timtin.search.SuggestRequest;
import vn.timtin.search.Suggestions;
import vn.timtin.search.Timeline;
import vn.timtin.search.UnknownArticleException;

/**
 * An index of news articles: what is put can be searched.
 *
 * <p>Safe for many threads. A write is durable when its method returns; it is found by {@link #get}
 * at once and by searches within a second, or after {@link #refresh}. Whoever opens an index closes
 * it.
 *
 * <p>A file {@code synonyms.txt} in the directory of the index, in Solr's format, adds to the
 * synonyms of the library; a change of it counts within a second.
 */
public interface NewsIndex extends AutoCloseable {

  /** What a write did. */
  enum PutOutcome {
    /** The index had no article of this id. */
    CREATED,
    /** It replaced the article of this id. */
    UPDATED
  }

  /**
   * Opens the index in this directory for reading and writing; makes one where the directory is
   * empty or absent.
   *
   * @throws IndexException if the directory holds something else, cannot be written, or is open for
   *     writing elsewhere, or if an index is there that has lost its file {@code CURRENT}
   */
  static NewsIndex open(Path directory) throws IOException {
    return IndexEngine.ofThisProgram().open(directory);
  }

  /**
   * Opens the index in this directory for reading; what others write to it is seen within a second.
   * Writes throw {@link IndexException}.
   *
   * @throws IndexException if there is no index
   */
  static NewsIndex openForReading(Path directory) throws IOException {
    return IndexEngine.ofThisProgram().openForReading(directory);
  }

  /** Stores the article in place of the one that had its id. */
  PutOutcome put(Article article) throws IOException;

  /**
   * Stores the articles, all with one commit. Of several with the same id the last one stands.
   *
   * @return what became of each, in their order
   */
  List<PutOutcome> putAll(List<Article> articles) throws IOException;

  /**
   * Deletes the article of this id.
   *
   * @return whether there was one
   */
  boolean delete(String id) throws IOException;

  /** Yields the article of this id. */
  Optional<Article> get(String id) throws IOException;

  /** Makes everything that was written before visible to searches. */
  void refresh() throws IOException;

  /** Yields the articles that match. */
  SearchResults search(SearchRequest request) throws IOException;

  /**
   * Yields articles on the subject of another one.
   *
   * @throws UnknownArticleException if the request names an id that the index does not have
   */
  RelatedResults related(RelatedRequest request) throws IOException;

  /**
   * Yields how many of the articles that match were published when.
   *
   * @param request of which text, parts and filter count
   */
  Timeline timeline(SearchRequest request, Timeline.Interval interval) throws IOException;

  /**
   * Yields what was probably meant by a text that was mistyped or has no diacritics, by what the
   * library knows of the language and how often words are in the articles. The time that it takes
   * grows with the length of the text.
   *
   * @throws vn.timtin.search.InvalidParameterException if the text is too long
   */
  CorrectedText correct(String text) throws IOException;

  /**
   * Yields completions of what is being typed: words, names and headlines of the articles.
   *
   * <p>The first call begins to read the words of all articles in the background, which takes some
   * seconds for 100,000, and until it is done suggests what is known. From then on those of new
   * articles are known within seconds; an article that is deleted is gone within one.
   */
  Suggestions suggest(SuggestRequest request) throws IOException;

  /** Yields the sites whose articles the index has, those with the most articles first. */
  List<SourceSummary> sources() throws IOException;

  /** Yields the size of the index. */
  IndexStats stats() throws IOException;

  /**
   * Yields what keeps failing in the background, for people: a newly built index that cannot be
   * opened, writes that cannot be made visible, an article that is damaged on disk. Searches go on
   * with what there is.
   */
  List<String> troubles();

  /** Passes every article on, in no order that can be relied on. */
  void forEach(Consumer<Article> consumer) throws IOException;

  /** Ends all use of the index; waits for writes under way. */
  @Override
  void close() throws IOException;
}
