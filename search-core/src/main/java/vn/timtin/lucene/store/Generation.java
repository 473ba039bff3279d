package vn.timtin.lucene.store;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.article.Article;
import vn.timtin.index.IndexException;
import vn.timtin.lucene.codec.ArticleCodec;
import vn.timtin.lucene.query.ArticleSimilarity;
import vn.timtin.lucene.query.FilterCompiler;

/**
 * One generation of an index, open for searches and, where it has a writer, for writes.
 *
 * <p>Safe for many threads. {@link LiveGenerations} decides which generation is in use and keeps
 * writes away while it changes.
 */
public final class Generation implements Closeable {
  /**
   * Merging takes all segments below this for equal: each commit makes a small one, and the larger
   * this is, the more often the small ones are written anew; see
   * docs/decisions/0008-live-writes.md.
   */
  private static final double FLOOR_SEGMENT_MEGABYTES = 2;

  /** As measured in docs/decisions/0010-inverting-pairs.md. */
  private static final double BUFFER_MEGABYTES = 64;

  private final long number;
  private final GenerationFiles files;
  private final SearcherManager searchers;
  private final WrittenArticles articles;
  private final @Nullable GenerationWriter writer;
  private final KeptSearchers kept = new KeptSearchers();

  private Generation(long number, GenerationFiles files, @Nullable WriteClock clock)
      throws IOException {
    this.number = number;
    this.files = files;
    IndexWriter written = files.writer();
    var similarity = new ArticleSearchers();
    this.searchers =
        written == null
            ? new SearcherManager(files.directory(), similarity)
            : new SearcherManager(written, similarity);
    this.articles = new WrittenArticles(searchers);
    this.writer =
        written == null || clock == null ? null : new GenerationWriter(written, clock, articles);
  }

  private static final class ArticleSearchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      return ArticleSimilarity.searcher(reader);
    }
  }

  /**
   * Opens a generation that exists. Where that fails, nothing stays open and no lock is held.
   *
   * @param clock stamps the writes; null to open it for reading alone
   * @throws IndexException if it is damaged, of another version, or open for writing elsewhere
   */
  static Generation open(Generations generations, long number, @Nullable WriteClock clock)
      throws IOException {
    GenerationFiles files = GenerationFiles.open(generations, number, clock != null);
    Generation opened = null;
    try {
      opened = new Generation(number, files, clock);
      return opened;
    } catch (IOException | RuntimeException e) {
      throw GenerationFiles.failure(generations, number, e);
    } finally {
      if (opened == null) {
        files.abandon();
      }
    }
  }

  /** The same, for reading alone. */
  public static Generation openForReading(Generations generations, long number) throws IOException {
    return open(generations, number, null);
  }

  /** Yields how a generation is written. */
  public static IndexWriterConfig writerConfig() {
    return new IndexWriterConfig(new VietnameseAnalyzer(VietnameseAnalyzer.Form.EXACT))
        .setCodec(new ArticleCodec())
        .setSimilarity(new ArticleSimilarity())
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setMergePolicy(new TieredMergePolicy().setFloorSegmentMB(FLOOR_SEGMENT_MEGABYTES))
        .setCommitOnClose(false);
  }

  public long number() {
    return number;
  }

  public Path path() {
    return files.path();
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
    for (String file : files.directory().listAll()) {
      try {
        bytes += files.directory().fileLength(file);
      } catch (NoSuchFileException | FileNotFoundException e) {
        // merged away meanwhile
      }
    }
    return bytes;
  }

  /** Yields the article of this id as the last write left it. */
  public Optional<Article> get(String id) throws IOException {
    return articles.get(id);
  }

  SearcherManager searchers() {
    return searchers;
  }

  /** Yields the searchers that cursors need. */
  public KeptSearchers kept() {
    return kept;
  }

  // ------------------------------------------------------------------ writes

  /** Whether writes can go on: a full disk ends a writer for good. */
  boolean isWritable() {
    return files.isWritable();
  }

  /** Yields what ended the writer, where something did. */
  @Nullable Throwable endOfWriter() {
    return writer == null ? null : writer.writer().getTragicException();
  }

  /**
   * Yields what writes to it.
   *
   * @throws IndexException if it was opened for reading
   */
  GenerationWriter writer() throws IndexException {
    if (writer == null) {
      throw new IndexException("the index was opened for reading");
    }
    return writer;
  }

  /**
   * Takes over what a generation on disk was given since the younger of the two was begun, durably.
   *
   * @return how many writes were carried over
   * @throws CatchUp.UnreadableException if it is damaged or of another version
   */
  int catchUpWith(Path other) throws IOException {
    return finishCatchUp(
        CatchUp.copy(other, files.buildBegan(), writer().writer(), writer().documents()));
  }

  /** The same for one that is open here, whatever has become of its files meanwhile. */
  int catchUpWith(Generation other) throws IOException {
    if (!other.isWritable()) { // it shows nothing new any more; what was acknowledged is on disk
      return catchUpWith(other.path());
    }
    other.searchers.maybeRefreshBlocking();
    IndexSearcher searcher = other.searchers.acquire();
    try {
      return finishCatchUp(
          CatchUp.copy(
              (DirectoryReader) searcher.getIndexReader(),
              files.buildBegan(),
              writer().writer(),
              writer().documents()));
    } finally {
      other.searchers.release(searcher);
    }
  }

  private int finishCatchUp(int copied) throws IOException {
    if (copied > 0) {
      writer().awaitCommit();
      searchers.maybeRefreshBlocking();
    }
    return copied;
  }

  @Override
  public void close() throws IOException {
    try {
      articles.close();
      kept.close();
      searchers.close();
    } finally {
      files.close();
    }
  }
}
