package vn.timtin.lucene.codec;

import java.io.IOException;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104PostingsFormat;
import org.apache.lucene.index.FilterLeafReader.FilterFields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;

/**
 * Lucene's own files; {@linkplain PackedBigrams packed bigrams} become postings on the way there.
 */
final class ArticlePostingsFormat extends PostingsFormat {
  private final PostingsFormat files = new Lucene104PostingsFormat();

  ArticlePostingsFormat() {
    super("Timtin104");
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    return new Inverting(files.fieldsConsumer(state), state.segmentInfo.maxDoc());
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return files.fieldsProducer(state);
  }

  private static final class Inverting extends FieldsConsumer {
    private final FieldsConsumer files;
    private final int documents;

    Inverting(FieldsConsumer files, int documents) {
      this.files = files;
      this.documents = documents;
    }

    /** Writes a segment of new documents. */
    @Override
    public void write(org.apache.lucene.index.Fields fields, NormsProducer norms)
        throws IOException {
      files.write(
          new FilterFields(fields) {
            @Override
            public Terms terms(String field) throws IOException {
              Terms terms = super.terms(field);
              return terms != null && field.endsWith(ArticleCodec.BIGRAMS)
                  ? new InvertedBigrams(terms, documents)
                  : terms;
            }
          },
          norms);
    }

    /** Writes a segment from others, in which bigrams are postings already. */
    @Override
    public void merge(MergeState segments, NormsProducer norms) throws IOException {
      files.merge(segments, norms);
    }

    @Override
    public void close() throws IOException {
      files.close();
    }
  }
}
