package vn.timtin.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;
import vn.timtin.article.Article;
import vn.timtin.schema.ArticleDocuments;

/**
 * Builds an index anew, beside the one that is there.
 *
 * <p>The articles go into a new generation. {@link #publish} checks it, adds what the index was
 * given meanwhile, and makes it the current one at once; whoever has the index open moves on to it.
 * Closed before that, the builder leaves no trace. For one thread, which it supports with all
 * cores.
 */
public final class IndexBuilder implements Closeable {
  static final String LOCK = "build.lock";

  /**
   * The fewer segments, the fewer look-ups of terms a query needs; see
   * docs/decisions/0003-building.md.
   */
  private static final int ARTICLES_A_SEGMENT = 1_000_000;

  private static final double BUFFER_MEGABYTES = 64;
  private static final int SEGMENTS_PER_TIER = 30;

  private final Generations generations;
  private final long number;
  private final Lock lock;
  private final Directory root;
  private final Directory directory;
  private final IndexWriter writer;
  private final ArticleDocuments documents = new ArticleDocuments();

  /** Where in the input the article that stands for an id was given. */
  private final Map<String, Long> places = new ConcurrentHashMap<>();

  private final long began = System.currentTimeMillis();
  private boolean published;

  private IndexBuilder(Generations generations, Directory root, Lock lock) throws IOException {
    this.generations = generations;
    this.root = root;
    this.lock = lock;
    this.number = generations.next();
    this.directory = FSDirectory.open(generations.directory(number));
    this.writer = new IndexWriter(directory, bulkConfig());
  }

  /**
   * Begins a new generation of the index in this directory, which need not exist.
   *
   * @throws IndexException if the directory holds something else, cannot be written, or another
   *     builder is at work there
   */
  public static IndexBuilder create(Path directory) throws IOException {
    var generations = new Generations(directory.toAbsolutePath().normalize());
    generations.prepare();
    Directory root = FSDirectory.open(generations.root(), NativeFSLockFactory.INSTANCE);
    try {
      return new IndexBuilder(generations, root, root.obtainLock(LOCK));
    } catch (LockObtainFailedException e) {
      root.close();
      throw new IndexException(
          "the index in " + generations.root() + " is being built by another process", e);
    } catch (IOException e) {
      root.close();
      throw new IndexException(
          "cannot write to the index in " + generations.root() + ": " + Generations.reason(e), e);
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
    return Generation.writerConfig(BUFFER_MEGABYTES)
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
          began,
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

  /** Makes what was added the current state of the index. */
  public void publish() throws IOException {
    try {
      finish();
    } catch (IndexException e) {
      throw e;
    } catch (IOException | IllegalStateException e) {
      throw cannotWrite(e);
    }
  }

  private void finish() throws IOException {
    OptionalLong previous = generations.current();
    writer.setLiveCommitData(
        Map.of(
                Generation.BUILD_BEGAN,
                String.valueOf(began),
                Generation.FORMAT,
                Generation.CURRENT_FORMAT)
            .entrySet());
    writer.forceMerge(1 + places.size() / ARTICLES_A_SEGMENT);
    writer.commit();
    verify();
    if (previous.isPresent()) {
      try (Directory old = FSDirectory.open(generations.directory(previous.getAsLong()))) {
        Generation.catchUp(writer, documents, old, began);
      }
      writer.commit();
    }
    writer.close();
    directory.close();
    generations.publish(number);
    published = true;
    generations.deleteOld();
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

  @Override
  public void close() throws IOException {
    try (root;
        lock) {
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
