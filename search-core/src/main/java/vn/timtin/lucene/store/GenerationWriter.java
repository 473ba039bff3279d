package vn.timtin.lucene.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex.PutOutcome;
import vn.timtin.lucene.schema.ArticleDocuments;

/**
 * Writes articles to a generation; each call returns when its change is on disk.
 *
 * <p>Safe for many threads: what they write at the same time shares a commit.
 */
public final class GenerationWriter {
  /** Batches smaller than this are not worth a second thread. */
  private static final int PARALLEL_BATCH = 32;

  private static final int STRIPES = 64;

  private final IndexWriter writer;
  private final WriteClock clock;
  private final WrittenArticles written;
  private final ArticleDocuments documents = new ArticleDocuments();
  private final GroupCommit commits;

  /** Two writes of one id at the same time go one after the other. */
  private final ReentrantLock[] stripes =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  /** Single writes enter the writer one at a time, so that a commit flushes one segment. */
  private final ReentrantLock single = new ReentrantLock();

  GenerationWriter(IndexWriter writer, WriteClock clock, WrittenArticles written) {
    this.writer = writer;
    this.clock = clock;
    this.written = written;
    this.commits = new GroupCommit(writer::commit);
  }

  /** Writes an article in place of the one with its id. */
  public PutOutcome put(Article article) throws IOException {
    PutOutcome outcome =
        write(
            article,
            document -> {
              single.lock();
              try {
                replace(article.id(), document);
              } finally {
                single.unlock();
              }
            });
    awaitCommit();
    return outcome;
  }

  /** Writes many articles with one commit; of several with one id the last one stands. */
  public List<PutOutcome> putAll(List<Article> articles) throws IOException {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      last.put(articles.get(i).id(), i);
    }
    PutOutcome[] outcomes = new PutOutcome[articles.size()];
    Parallel.forEach(
        IntStream.range(0, articles.size())
            .filter(i -> last.get(articles.get(i).id()) == i)
            .boxed()
            .toList(),
        PARALLEL_BATCH,
        i -> {
          Article article = articles.get(i);
          outcomes[i] = write(article, document -> replace(article.id(), document));
        });
    awaitCommit();
    // The first of several with one id did what the one that was written did; the others update.
    var seen = new HashSet<String>();
    return articles.stream()
        .map(
            article ->
                seen.add(article.id()) ? outcomes[last.get(article.id())] : PutOutcome.UPDATED)
        .toList();
  }

  private PutOutcome write(
      Article article, ArticleDocuments.DocumentConsumer<IOException> replacing)
      throws IOException {
    ReentrantLock stripe = lockFor(article.id());
    stripe.lock();
    try {
      boolean isNew = !written.contains(article.id());
      // The stamp is taken here: of two writes of an id the later one has the later stamp.
      documents.index(article, clock.next(), replacing);
      written.add(article);
      return isNew ? PutOutcome.CREATED : PutOutcome.UPDATED;
    } finally {
      stripe.unlock();
    }
  }

  private void replace(String id, Document document) throws IOException {
    writer.updateDocument(ArticleDocuments.id(id), document);
  }

  /**
   * Deletes the article of this id.
   *
   * @return whether there was one
   */
  public boolean delete(String id) throws IOException {
    ReentrantLock stripe = lockFor(id);
    stripe.lock();
    try {
      if (!written.contains(id)) {
        return false;
      }
      replace(id, ArticleDocuments.tombstone(id, clock.next()));
      written.delete(id);
    } finally {
      stripe.unlock();
    }
    awaitCommit();
    return true;
  }

  private ReentrantLock lockFor(String id) {
    return stripes[Math.floorMod(id.hashCode(), STRIPES)];
  }

  /** Returns when everything written before is on disk. */
  void awaitCommit() throws IOException {
    commits.await();
  }

  IndexWriter writer() {
    return writer;
  }

  ArticleDocuments documents() {
    return documents;
  }
}
