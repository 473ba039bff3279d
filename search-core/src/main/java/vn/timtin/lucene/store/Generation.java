package vn.timtin.lucene.store;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.article.Article;
import vn.timtin.index.IndexException;
import vn.timtin.lucene.codec.ArticleCodec;
import vn.timtin.lucene.query.ArticleSimilarity;
import vn.timtin.lucene.query.FilterCompiler;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.StoredArticles;

/**
 * One generation of an index, open for searches and, where it has a writer, for writes.
 *
 * <p>Safe for many threads. {@link LiveGenerations} decides which generation is in use and keeps
 * writes away while it changes.
 */
public final class Generation implements Closeable {
  /** How long a searcher is kept for cursors after a newer one was used. */
  private static final double SECONDS_KEPT = 120;

  /**
   * Merging takes all segments below this for equal: each commit makes a small one, and the larger
   * this is, the more often the small ones are written anew; see
   * docs/decisions/0008-live-writes.md.
   */
  private static final double FLOOR_SEGMENT_MEGABYTES = 2;

  private static final double BUFFER_MEGABYTES = 64;

  private static final int STRIPES = 64;

  /** Stands for a deleted article among the live values. */
  private static final Article DELETED = Article.builder().id("deleted").title("-").build();

  /** Stands for an article that searches see. */
  private static final Article VISIBLE = Article.builder().id("visible").title("-").build();

  private final long number;
  private final Path path;
  private final Directory directory;
  private final long buildBegan;
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

  private Generation(
      long number, Path path, Directory directory, long buildBegan, @Nullable IndexWriter writer)
      throws IOException {
    this.number = number;
    this.path = path;
    this.directory = directory;
    this.buildBegan = buildBegan;
    this.writer = writer;
    SearcherFactory factory =
        new SearcherFactory() {
          @Override
          public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            return ArticleSimilarity.searcher(reader);
          }
        };
    this.searchers =
        writer == null
            ? new SearcherManager(directory, factory)
            : new SearcherManager(writer, factory);
    this.live = new LiveArticles(searchers);
    this.commits = writer == null ? null : new GroupCommit(writer::commit);
  }

  /**
   * Opens a generation that exists. Where that fails, nothing stays open and no lock is held.
   *
   * @throws IndexException if it is damaged, of another version, or open for writing elsewhere
   */
  public static Generation open(Generations generations, long number, boolean writable)
      throws IOException {
    Path path = generations.directory(number);
    if (!generations.has(number)) { // Lucene would make it
      throw new IndexException("there is no directory " + path);
    }
    Directory directory = null;
    IndexWriter writer = null;
    Generation opened = null;
    try {
      directory = FSDirectory.open(path);
      long buildBegan = BuildCommit.requireBegan(path, directory);
      writer = writable ? new IndexWriter(directory, writerConfig(BUFFER_MEGABYTES)) : null;
      opened = new Generation(number, path, directory, buildBegan, writer);
      return opened;
    } catch (LockObtainFailedException e) {
      throw new IndexException(
          "the index in "
              + generations.root()
              + " is open for writing in another process: a running server takes articles over"
              + " HTTP",
          e);
    } catch (IndexFormatTooNewException
        | IndexFormatTooOldException
        | IllegalArgumentException e) { // the last: no such codec
      throw new IndexException(
          "the index in " + path + " is of another version of Lucene: build it anew", e);
    } catch (IndexException e) {
      throw e;
    } catch (CorruptIndexException
        | EOFException
        | NoSuchFileException
        | FileNotFoundException
        | RuntimeException e) { // the last from Lucene's checks of what it reads
      throw new IndexException(
          "the index in "
              + path
              + " is damaged: build it anew with `timtin reindex`, or go back with `timtin restore"
              + " --previous`",
          e);
    } catch (IOException e) {
      throw new IndexException(
          "cannot open the index in " + path + ": " + Generations.reason(e), e);
    } finally {
      if (opened == null) {
        if (writer != null) {
          IOUtils.closeWhileHandlingException(writer::rollback);
        }
        IOUtils.closeWhileHandlingException(directory);
      }
    }
  }

  /** Yields how a generation is written, with a buffer of so many megabytes. */
  public static IndexWriterConfig writerConfig(double bufferMegabytes) {
    return new IndexWriterConfig(new VietnameseAnalyzer(VietnameseAnalyzer.Form.EXACT))
        .setCodec(new ArticleCodec())
        .setSimilarity(new ArticleSimilarity())
        .setRAMBufferSizeMB(bufferMegabytes)
        .setMergePolicy(new TieredMergePolicy().setFloorSegmentMB(FLOOR_SEGMENT_MEGABYTES))
        .setCommitOnClose(false);
  }

  public long number() {
    return number;
  }

  public Path path() {
    return path;
  }

  /** Yields how many articles it has. */
  public int articles() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.count(FilterCompiler.articles());
    } finally {
      searchers.release(searcher);
    }
  }

  /** Yields the stamp of the last write that is visible in it. */
  public long lastStamp() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return CatchUp.lastStamp(searcher.getIndexReader());
    } finally {
      searchers.release(searcher);
    }
  }

  /** Yields the size of its files in bytes. */
  public long bytesOnDisk() throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      try {
        bytes += directory.fileLength(file);
      } catch (NoSuchFileException | FileNotFoundException e) {
        // merged away meanwhile
      }
    }
    return bytes;
  }

  // ------------------------------------------------------------------ searchers

  SearcherManager searchers() {
    return searchers;
  }

  /** Keeps a searcher for those who go on from its answer; yields the version that names it. */
  public long keep(IndexSearcher searcher) throws IOException {
    synchronized (kept) { // it must not be closed while something is put into it
      try {
        kept.record(searcher);
      } catch (AlreadyClosedException e) {
        // Another generation has taken the place of this one: nobody goes on from here.
      }
    }
    return ((DirectoryReader) searcher.getIndexReader()).getVersion();
  }

  /**
   * Yields the searcher that was kept under this version, to be released, or null if it is gone.
   */
  public @Nullable IndexSearcher kept(long version) {
    try {
      return kept.acquire(version);
    } catch (AlreadyClosedException e) {
      return null;
    }
  }

  public void release(IndexSearcher searcher) throws IOException {
    kept.release(searcher);
  }

  void forgetOldSearchers() throws IOException {
    kept.prune(new SearcherLifetimeManager.PruneByAge(SECONDS_KEPT));
  }

  // ------------------------------------------------------------------ writes

  /** Whether writes can go on: a full disk ends a writer for good. */
  boolean isWritable() {
    return writer != null && writer.isOpen();
  }

  /** Yields what ended the writer, where something did. */
  @Nullable Throwable endOfWriter() {
    return writer == null ? null : writer.getTragicException();
  }

  /**
   * Writes the article, not yet durable.
   *
   * @param alone whether no other article comes with it
   * @return whether there was none of its id
   */
  public boolean put(Article article, WriteClock clock, boolean alone) throws IOException {
    IndexWriter target = writer();
    ReentrantLock stripe = lockFor(article.id());
    stripe.lock();
    try {
      boolean isNew = !contains(article.id());
      documents.<IOException>index(
          article,
          clock.next(), // here: of two writes of an id the later one has the later stamp
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
      return isNew;
    } finally {
      stripe.unlock();
    }
  }

  /**
   * Deletes the article of this id, not yet durably.
   *
   * @return whether there was one
   */
  public boolean delete(String id, WriteClock clock) throws IOException {
    ReentrantLock stripe = lockFor(id);
    stripe.lock();
    try {
      if (!contains(id)) {
        return false;
      }
      writer()
          .updateDocument(ArticleDocuments.id(id), ArticleDocuments.tombstone(id, clock.next()));
      live.delete(id);
      return true;
    } finally {
      stripe.unlock();
    }
  }

  /** Returns when everything written before is on disk. */
  public void awaitCommit() throws IOException {
    if (commits == null) {
      throw readOnly();
    }
    commits.await();
  }

  /**
   * Takes over what a generation on disk was given since the younger of the two was begun, durably.
   *
   * @return how many writes were carried over
   * @throws CatchUp.UnreadableException if it is damaged or of another version
   */
  public int catchUpWith(Path other) throws IOException {
    return finishCatchUp(CatchUp.copy(other, buildBegan, writer(), documents));
  }

  /** The same for one that is open here, whatever has become of its files meanwhile. */
  int catchUpWith(Generation other) throws IOException {
    if (!other.isWritable()) { // it shows nothing new any more; what was acknowledged is on disk
      return catchUpWith(other.path);
    }
    other.searchers.maybeRefreshBlocking();
    IndexSearcher searcher = other.searchers.acquire();
    try {
      return finishCatchUp(
          CatchUp.copy(
              (DirectoryReader) searcher.getIndexReader(), buildBegan, writer(), documents));
    } finally {
      other.searchers.release(searcher);
    }
  }

  private int finishCatchUp(int copied) throws IOException {
    if (copied > 0) {
      awaitCommit();
      searchers.maybeRefreshBlocking();
    }
    return copied;
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

  // ------------------------------------------------------------------ single articles

  /** Yields the article as the last write left it, durable or not. */
  public Optional<Article> get(String id) throws IOException {
    while (true) {
      Article article = live.get(id);
      if (article == null || article == DELETED) {
        return Optional.empty();
      }
      if (article != VISIBLE) {
        return Optional.of(article);
      }
      Optional<Article> stored = stored(id);
      if (stored.isPresent()) {
        return stored;
      } // else it was deleted since, and that is visible by now
    }
  }

  private boolean contains(String id) throws IOException {
    Article article = live.get(id);
    return article != null && article != DELETED;
  }

  private Optional<Article> stored(String id) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      TopDocs found = searcher.search(articleOf(id), 1);
      return found.scoreDocs.length == 0
          ? Optional.empty()
          : Optional.of(StoredArticles.read(searcher.getIndexReader(), found.scoreDocs[0].doc));
    } finally {
      searchers.release(searcher);
    }
  }

  private static Query articleOf(String id) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(ArticleDocuments.id(id)), Occur.FILTER)
        .add(FilterCompiler.articles(), Occur.FILTER)
        .build();
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

  /** Articles that were written but are not yet visible to searches, and which others there are. */
  private static final class LiveArticles extends LiveFieldValues<IndexSearcher, Article> {
    LiveArticles(SearcherManager searchers) {
      super(searchers, DELETED);
    }

    @Override
    protected @Nullable Article lookupFromSearcher(IndexSearcher searcher, String id)
        throws IOException {
      return searcher.search(articleOf(id), 1).scoreDocs.length == 0 ? null : VISIBLE;
    }
  }
}
