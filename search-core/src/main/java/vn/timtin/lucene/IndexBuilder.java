package vn.timtin.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import vn.timtin.article.Article;
import vn.timtin.index.IndexException;
import vn.timtin.index.TooFewArticlesException;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.store.BuildCommit;
import vn.timtin.lucene.store.Generation;
import vn.timtin.lucene.store.Generations;
import vn.timtin.lucene.store.IndexLock;
import vn.timtin.lucene.store.WriteClock;

/**
 * Builds an index anew, beside the one that is there.
 *
 * <p>The articles go into a new generation. {@link #publish()} checks it, adds what the index was
 * given meanwhile, and makes it the current one at once; whoever has the index open moves on to it.
 * The articles that it was given before the build began, and that are not given to the build, are
 * gone with the old generation, which is kept until the next build ({@link IndexHistory}). Closed
 * before it is published, the builder leaves no trace; killed, a trace that the next one removes.
 *
 * <p>For one thread, which it supports with all cores.
 */
public final class IndexBuilder implements Closeable {
  /**
   * The fewer segments, the fewer look-ups of terms a query needs; see
   * docs/decisions/0003-building.md.
   */
  private static final int ARTICLES_A_SEGMENT = 1_000_000;

  private static final int SEGMENTS_PER_TIER = 30;

  private static final System.Logger LOG = System.getLogger(IndexBuilder.class.getName());

  private final Generations generations;
  private final IndexLock lock;
  private final Predecessor predecessor;
  private final long number;
  private final Directory directory;
  private final IndexWriter writer;
  private final ArticleDocuments documents = new ArticleDocuments();

  /** Where in the input the article that stands for an id was given. */
  private final Map<String, Long> places = new ConcurrentHashMap<>();

  /** Writes with this stamp or a later one were not acknowledged when the build began. */
  private final long began;

  private boolean published;

  private IndexBuilder(Generations generations, IndexLock lock) throws IOException {
    this.generations = generations;
    this.lock = lock;
    WriteClock clock = WriteClock.open(generations.root());
    this.predecessor = Predecessor.find(generations, clock);
    // Before anything of the build is to be seen: who sees it may rely on being carried over.
    WriteClock.Cut cut = clock.cut();
    this.began = cut.stamp(IndexLock.isOpenForWriting(generations.root()));
    this.number = generations.next();
    predecessor.sweepBefore(number);
    this.directory = FSDirectory.open(generations.directory(number));
    step("directory made");
    this.writer = openWriter(directory);
  }

  private static IndexWriter openWriter(Directory directory) throws IOException {
    try {
      return new IndexWriter(directory, bulkConfig());
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  /**
   * Begins a new generation of the index in this directory, which need not exist. What earlier
   * builders left that did not come to their end is deleted.
   *
   * @throws IndexException if the directory holds something else, cannot be written, or another
   *     builder is at work there
   */
  public static IndexBuilder create(Path directory) throws IOException {
    var generations = new Generations(directory);
    generations.prepare();
    IndexLock lock = IndexLock.forBuilding(generations.root());
    IndexBuilder builder = null;
    try {
      builder = new IndexBuilder(generations, lock);
      return builder;
    } catch (IndexException e) {
      throw e;
    } catch (IOException e) {
      throw new IndexException(
          "cannot write to the index in " + generations.root() + ": " + Generations.reason(e), e);
    } finally {
      if (builder == null) {
        lock.close();
      }
    }
  }

  /**
   * Adds the articles. Many threads may do so at the same time: of several articles with one id the
   * one of the highest batch stands, and in a batch the last one.
   *
   * @param batch the place of these articles in the whole input
   * @return how many of them have an id that was given before, to this call or another one
   */
  public int addAll(List<Article> articles, long batch) throws IOException {
    int again = 0;
    for (int i = 0; i < articles.size(); i++) {
      if (!add(articles.get(i), batch << Integer.SIZE | i)) {
        again++;
      }
    }
    return again;
  }

  /** For writing much that is merged at the end: see docs/decisions/0003-building.md. */
  private static IndexWriterConfig bulkConfig() {
    return Generation.writerConfig()
        .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
        .setUseCompoundFile(false);
  }

  /** Returns whether the id is new. The map lets one thread at a time in for an id. */
  private boolean add(Article article, long place) throws IOException {
    boolean[] isNew = {false};
    try {
      places.compute(
          article.id(),
          (id, before) -> {
            isNew[0] = before == null;
            if (before != null && before > place) {
              return before;
            }
            write(article, isNew[0]);
            return place;
          });
    } catch (UncheckedIOException | AlreadyClosedException e) {
      throw cannotWrite(e);
    }
    return isNew[0];
  }

  /** A full disk closes the writer: the thread that met it knows why, the others ask the writer. */
  private IndexException cannotWrite(Exception e) {
    Throwable cause = writer.getTragicException() == null ? e : writer.getTragicException();
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new IndexException(
        "cannot write to the index in " + generations.root() + ": " + cause.getMessage(), e);
  }

  private void write(Article article, boolean isNew) {
    try {
      documents.<IOException>index(
          article,
          began - 1, // before all that is carried over
          document -> {
            if (isNew) {
              writer.addDocument(document);
            } else {
              writer.updateDocument(ArticleDocuments.id(article.id()), document);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes what was added the current state of the index, if that has at least half as many articles
   * as the index has now, and one at least.
   *
   * @throws TooFewArticlesException if it has not; the index stays as it is
   */
  public void publish() throws IOException {
    publish(Math.max(1, Math.ceilDiv(predecessor.articles(), 2)));
  }

  /**
   * Makes what was added the current state of the index.
   *
   * @param minArticles how many articles it must have
   * @throws TooFewArticlesException if it has fewer; the index stays as it is
   */
  public void publish(long minArticles) throws IOException {
    if (places.size() < minArticles) {
      throw new TooFewArticlesException(
          places.size(),
          minArticles,
          "the new index would have "
              + counted(places.size())
              + (predecessor.isKnown()
                  ? ", the one in use has " + counted(predecessor.articles()) + " and stays"
                  : " and is not begun")
              + ": at least "
              + counted(minArticles)
              + " must be given");
    }
    try {
      finish();
    } catch (IndexException e) {
      throw e;
    } catch (IOException | IllegalStateException e) {
      throw cannotWrite(e);
    }
  }

  private static String counted(long articles) {
    return articles == 1 ? "1 article" : String.format(Locale.ROOT, "%,d articles", articles);
  }

  private void finish() throws IOException {
    writer.forceMerge(1 + places.size() / ARTICLES_A_SEGMENT);
    writer.commit();
    step("committed");
    verify();
    predecessor.carryOver(began, writer, documents);
    // Only from here on can it be opened.
    BuildCommit.complete(writer, began);
    writer.commit();
    step("caught up");
    writer.close();
    directory.close();
    predecessor.publish(number);
    published = true;
    step("published");
    try {
      predecessor.sweepAfter(number);
    } catch (IOException e) { // the next build tries again
      LOG.log(System.Logger.Level.WARNING, "what is old is not deleted: " + e.getMessage());
    }
    step("deleted what is old");
  }

  /** Reads all files back and counts the articles. */
  private void verify() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      if (reader.numDocs() != places.size()) {
        throw new IndexException(
            "the new index has " + reader.numDocs() + " articles rather than " + places.size());
      }
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
  }

  /** Begins an index with no articles, unless another process has begun one. */
  static void beginEmpty(Path directory) throws IOException {
    try (IndexBuilder empty = create(directory)) { // nobody else publishes from here on
      if (empty.generations.published().isEmpty()) {
        empty.publish(0);
      }
    }
  }

  /** Tells whoever looks closely how far the build is. */
  private void step(String what) {
    LOG.log(System.Logger.Level.DEBUG, "generation " + number + ": " + what);
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      if (!published) {
        try {
          writer.rollback();
        } finally {
          directory.close();
          generations.delete(number);
        }
      }
    }
  }
}
