package vn.timtin.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
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

  private static final int PARALLEL_BATCH = 8;

  private final Generations generations;
  private final long number;
  private final Lock lock;
  private final Directory root;
  private final Directory directory;
  private final IndexWriter writer;
  private final ArticleDocuments documents = new ArticleDocuments();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final long began = System.currentTimeMillis();
  private boolean published;

  private IndexBuilder(Generations generations, Directory root, Lock lock) throws IOException {
    this.generations = generations;
    this.root = root;
    this.lock = lock;
    this.number = generations.next();
    this.directory = FSDirectory.open(generations.directory(number));
    this.writer = new IndexWriter(directory, Generation.writerConfig(bufferMegabytes()));
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
   * Adds the articles; of several with one id the last one stands.
   *
   * @return how many ids had been given before, to this call or an earlier one
   */
  public int addAll(List<Article> articles) throws IOException {
    Map<String, Article> last = new HashMap<>();
    articles.forEach(article -> last.put(article.id(), article));
    List<Article> distinct = new ArrayList<>(last.size());
    for (Article article : articles) {
      if (last.get(article.id()) == article) {
        distinct.add(article);
      }
    }
    int known = ids.size();
    Parallel.forEach(distinct, PARALLEL_BATCH, this::add);
    return articles.size() - (ids.size() - known);
  }

  /** Yields the memory for what is not yet flushed: enough to merge rarely, an eighth at most. */
  public static double bufferMegabytes() {
    return Math.min(256, Runtime.getRuntime().maxMemory() / 8.0 / (1 << 20));
  }

  private void add(Article article) throws IOException {
    boolean first = ids.add(article.id());
    documents.<IOException>index(
        article,
        began,
        document -> {
          if (first) {
            writer.addDocument(document);
          } else {
            writer.updateDocument(ArticleDocuments.id(article.id()), document);
          }
        });
  }

  /** Makes what was added the current state of the index. */
  public void publish() throws IOException {
    OptionalLong previous = generations.current();
    writer.setLiveCommitData(Map.of(Generation.BUILD_BEGAN, String.valueOf(began)).entrySet());
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
      if (reader.numDocs() != ids.size()) {
        throw new IndexException(
            "the new index has " + reader.numDocs() + " articles rather than " + ids.size());
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
