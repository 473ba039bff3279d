package vn.timtin.lucene.codec;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;

/**
 * Lucene's own files, but stored articles are compressed in small blocks
 * (docs/decisions/0005-stored-articles.md), and bigrams are inverted when a segment is written
 * (docs/decisions/0010-inverting-pairs.md).
 */
public final class ArticleCodec extends FilterCodec {
  /**
   * What the names of the fields end in whose tokens are {@linkplain PackedBigrams packed bigrams}.
   */
  public static final String BIGRAMS = ".pairs";

  /** To read an article, what stands before it in its block is decompressed too. */
  private static final int BLOCK_BYTES = 1 << 10;

  private static final int MAX_ARTICLES_A_BLOCK = 16;

  /** How many blocks of the index to stored blocks there are in one; a power of two. */
  private static final int INDEX_BLOCK_SHIFT = 10;

  private final StoredFieldsFormat stored =
      new Lucene90CompressingStoredFieldsFormat(
          "TimtinStoredFields",
          CompressionMode.FAST,
          BLOCK_BYTES,
          MAX_ARTICLES_A_BLOCK,
          INDEX_BLOCK_SHIFT);

  private final PostingsFormat postings = new ArticlePostingsFormat();

  /** For Lucene, which finds the codec by its name in each segment. */
  public ArticleCodec() {
    super("Timtin104", new Lucene104Codec());
  }

  @Override
  public PostingsFormat postingsFormat() {
    return postings;
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return stored;
  }
}
