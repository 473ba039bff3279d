package vn.timtin.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.article.Article;
import vn.timtin.index.NewsIndex.PutOutcome;
import vn.timtin.ranking.ArticleSimilarity;
import vn.timtin.schema.ArticleCodec;
import vn.timtin.schema.ArticleDocuments;
import vn.timtin.schema.Fields;
import vn.timtin.search.SearchRequest;

/**
 * One generation of an index, open for searches and, where it has a writer, for writes.
 *
 * <p>Safe for many threads. {@link LuceneNewsIndex} decides which generation is in use and keeps
 * writes away while it changes.
 */
final class Generation implements Closeable {
  /** In the commit: when the building of this generation began, in milliseconds since 1970. */
  static final String BUILD_BEGAN = "buildBegan";

  /** The key under which a generation names the way in which articles are kept in it. */
  static final String FORMAT = "format";

  /** The way of this version; it changes with the fields and what is stored in them. */
  static final String CURRENT_FORMAT = "4";

  /** How long a searcher is kept for cursors after a newer one was used. */
  private static final double SECONDS_KEPT = 120;

  /** In the commit: that the writes which the generation before it took meanwhile are here. */
  static final String CAUGHT_UP = "caughtUp";

  /**
   * Merging takes all segments below this for equal: each commit makes a small one, and the larger
   * this is, the more often the small ones are written anew; see
   * docs/decisions/0008-live-writes.md.
   */
  private static final double FLOOR_SEGMENT_MEGABYTES = 2;

  private static final int STRIPES = 64;

  /** Stands for a deleted article among the live values. */
  private static final Article DELETED = Article.builder().id("deleted").title("-").build();

  private final long number;
  private final Directory directory;
  private final @Nullable IndexWriter writer;
  private final SearcherManager searchers;
  private final LiveFieldValues<IndexSearcher, Article> live;
  private final ArticleDocuments documents = new ArticleDocuments();
  private final @Nullable GroupCommit commits;

  /** Searchers of the last minutes, for cursors. */
  private final SearcherLifetimeManager kept = new SearcherLifetimeManager();

  /** Two writes of one id at the same time go one after the other. */
  private final ReentrantLock[] stripes =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  /** Single writes enter the writer one at a time, so that a commit flushes one segment. */
  private final ReentrantLock single = new ReentrantLock();

  private Generation(long number, Directory directory, @Nullable IndexWriter writer)
      throws IOException {
    this.number = number;
    this.directory = directory;
    this.writer = writer;
    SearcherFactory factory =
        new SearcherFactory() {
          @Override
          public IndexSearcher newSearcher(
              org.apache.lucene.index.IndexReader reader,
              org.apache.lucene.index.@Nullable IndexReader previous) {
            return searcher(reader);
          }
        };
    this.searchers =
        writer == null
            ? new SearcherManager(directory, factory)
            : new SearcherManager(writer, factory);
    this.live = new LiveArticles(searchers);
    this.commits = writer == null ? null : new GroupCommit(writer::commit);
  }

  /** Opens a generation that exists. */
  static Generation open(Generations generations, long number, boolean writable)
      throws IOException {
    Path path = generations.directory(number);
    Directory directory = FSDirectory.open(path);
    IndexWriter writer = null;
    try {
      requireCurrentFormat(generations, directory);
      writer = writable ? new IndexWriter(directory, writerConfig(64)) : null;
      return new Generation(number, directory, writer);
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IndexException(
          "the index in "
              + generations.root()
              + " is open for writing in another process: a running server takes articles over"
              + " HTTP",
          e);
    } catch (IndexFormatTooNewException
        | IndexFormatTooOldException
        | IllegalArgumentException e) { // the last: no such codec
      directory.close();
      throw new IndexException(
          "the index in " + path + " is of another version of Lucene: build it anew", e);
    } catch (IndexException e) {
      directory.close();
      throw e;
    } catch (IOException e) {
      if (writer != null) {
        writer.rollback();
      }
      directory.close();
      throw new IndexException(
          "cannot open the index in " + path + ": " + Generations.reason(e), e);
    }
  }

  private static void requireCurrentFormat(Generations generations, Directory directory)
      throws IOException {
    Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
    if (!CURRENT_FORMAT.equals(data.get(FORMAT))) {
      throw new IndexException(
          "the index in "
              + generations.root()
              + " was built by another version of timtin: build it anew with reindex");
    }
  }

  static IndexWriterConfig writerConfig(double bufferMegabytes) {
    return new IndexWriterConfig(new VietnameseAnalyzer(VietnameseAnalyzer.Form.EXACT))
        .setCodec(new ArticleCodec())
        .setSimilarity(new ArticleSimilarity())
        .setRAMBufferSizeMB(bufferMegabytes)
        .setMergePolicy(new TieredMergePolicy().setFloorSegmentMB(FLOOR_SEGMENT_MEGABYTES))
        .setCommitOnClose(false);
  }

  static IndexSearcher searcher(org.apache.lucene.index.IndexReader reader) {
    var searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new ArticleSimilarity());
    searcher.setQueryCache(null); // filters are cheap here, and no query is asked twice in a row
    return searcher;
  }

  long number() {
    return number;
  }

  Directory directory() {
    return directory;
  }

  SearcherManager searchers() {
    return searchers;
  }

  /** Yields the cursor before the first hit, and keeps the searcher for those who go on from it. */
  Cursor cursorAtStart(IndexSearcher searcher, SearchRequest request) throws IOException {
    long version = ((DirectoryReader) searcher.getIndexReader()).getVersion();
    synchronized (kept) { // it must not be closed while something is put into it
      try {
        kept.record(searcher);
      } catch (AlreadyClosedException e) {
        // Another generation has taken the place of this one: nobody goes on from here.
      }
    }
    return Cursor.atStart(number, version, request);
  }

  /** Yields the searcher of the cursor's point in time, to be released, or null if it is gone. */
  @Nullable IndexSearcher searcherOf(Cursor cursor) {
    try {
      return cursor.generation() == number ? kept.acquire(cursor.version()) : null;
    } catch (AlreadyClosedException e) {
      return null;
    }
  }

  void release(IndexSearcher searcher) throws IOException {
    kept.release(searcher);
  }

  void forgetOldSearchers() throws IOException {
    kept.prune(new SearcherLifetimeManager.PruneByAge(SECONDS_KEPT));
  }

  /** Whether writes can go on: a full disk ends a writer for good. */
  boolean isWritable() {
    return writer != null && writer.isOpen();
  }

  // ------------------------------------------------------------------ writes

  /** Writes the article, not yet durable. */
  PutOutcome put(Article article, boolean alone) throws IOException {
    IndexWriter target = writer();
    ReentrantLock stripe = lockFor(article.id());
    stripe.lock();
    try {
      PutOutcome outcome = get(article.id()).isPresent() ? PutOutcome.UPDATED : PutOutcome.CREATED;
      documents.<IOException>index(
          article,
          System.currentTimeMillis(),
          document -> {
            if (alone) {
              single.lock();
            }
            try {
              target.updateDocument(ArticleDocuments.id(article.id()), document);
            } finally {
              if (alone) {
                single.unlock();
              }
            }
          });
      live.add(article.id(), article);
      return outcome;
    } finally {
      stripe.unlock();
    }
  }

  /** Deletes the article, not yet durably. */
  boolean delete(String id) throws IOException {
    ReentrantLock stripe = lockFor(id);
    stripe.lock();
    try {
      if (get(id).isEmpty()) {
        return false;
      }
      writer()
          .updateDocument(
              ArticleDocuments.id(id), ArticleDocuments.tombstone(id, System.currentTimeMillis()));
      live.delete(id);
      return true;
    } finally {
      stripe.unlock();
    }
  }

  /** Returns when everything written before is on disk. */
  void awaitCommit() throws IOException {
    if (commits == null) {
      throw readOnly();
    }
    commits.await();
  }

  /** Yields the article as the last write left it, durable or not. */
  Optional<Article> get(String id) throws IOException {
    Article article = live.get(id);
    return article == null || article == DELETED ? Optional.empty() : Optional.of(article);
  }

  private IndexWriter writer() throws IndexException {
    if (writer == null) {
      throw readOnly();
    }
    return writer;
  }

  private static IndexException readOnly() {
    return new IndexException("the index was opened for reading");
  }

  private ReentrantLock lockFor(String id) {
    return stripes[Math.floorMod(id.hashCode(), STRIPES)];
  }

  // ------------------------------------------------------------------ catching up

  /** Whether what was written to the generation before this one meanwhile must still be taken. */
  boolean hasToCatchUp() {
    Map<String, String> data = commitData();
    return data.containsKey(BUILD_BEGAN) && !data.containsKey(CAUGHT_UP);
  }

  /**
   * Takes over what was written to {@code previous}, as last committed, since the building of this
   * generation began; of two versions of an article the later one stands. Commits.
   */
  void catchUpWith(Directory previous) throws IOException {
    Map<String, String> data = new HashMap<>(commitData());
    long since = Long.parseLong(data.getOrDefault(BUILD_BEGAN, String.valueOf(Long.MAX_VALUE)));
    catchUp(writer(), documents, previous, since);
    data.put(CAUGHT_UP, "true");
    writer().setLiveCommitData(data.entrySet());
    awaitCommit();
    searchers.maybeRefreshBlocking();
  }

  /** Copies what {@code previous} was given at {@code since} or later into {@code writer}. */
  static void catchUp(
      IndexWriter writer, ArticleDocuments documents, Directory previous, long since)
      throws IOException {
    if (!DirectoryReader.indexExists(previous)) {
      return;
    }
    try (DirectoryReader from = DirectoryReader.open(previous);
        DirectoryReader here = DirectoryReader.open(writer)) {
      IndexSearcher later = searcher(from);
      IndexSearcher own = searcher(here);
      int most = Math.max(1, from.maxDoc());
      TopDocs writes =
          later.search(LongField.newRangeQuery(Fields.WRITTEN_AT, since, Long.MAX_VALUE), most);
      for (ScoreDoc write : writes.scoreDocs) {
        var stored = later.storedFields().document(write.doc);
        long writtenAt = WrittenAt.of(from, write.doc);
        Article article =
            ArticleDocuments.isArticle(stored) ? ArticleDocuments.article(stored) : null;
        String id = article == null ? stored.get(Fields.ID) : article.id();
        TopDocs known = own.search(new TermQuery(ArticleDocuments.id(id)), 1);
        if (known.scoreDocs.length > 0 && WrittenAt.of(here, known.scoreDocs[0].doc) > writtenAt) {
          continue;
        }
        if (article == null) {
          writer.updateDocument(ArticleDocuments.id(id), ArticleDocuments.tombstone(id, writtenAt));
        } else {
          documents.<IOException>index(
              article,
              writtenAt,
              document -> writer.updateDocument(ArticleDocuments.id(id), document));
        }
      }
    }
  }

  private Map<String, String> commitData() {
    Map<String, String> data = new HashMap<>();
    if (writer != null && writer.getLiveCommitData() != null) {
      writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }

  // ------------------------------------------------------------------ end

  @Override
  public void close() throws IOException {
    try (directory) {
      live.close();
      synchronized (kept) {
        kept.close();
      }
      searchers.close();
      if (writer != null && writer.isOpen()) {
        try {
          writer.commit();
        } finally {
          writer.rollback(); // all that is to be kept is committed
        }
      }
    }
  }

  /** Articles that were written but are not yet visible to searches, and all others. */
  private static final class LiveArticles extends LiveFieldValues<IndexSearcher, Article> {
    LiveArticles(SearcherManager searchers) {
      super(searchers, DELETED);
    }

    @Override
    protected @Nullable Article lookupFromSearcher(IndexSearcher searcher, String id)
        throws IOException {
      List<Article> found = ArticleSearcher.byId(searcher, id);
      return found.isEmpty() ? null : found.getFirst();
    }
  }
}
