package vn.timtin.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import vn.timtin.analysis.Syllable;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.correction.WordCounts;
import vn.timtin.schema.Fields.Zone;

/** How many articles of an index have a word. */
record IndexWordCounts(IndexReader reader) implements WordCounts {
  @Override
  public int articlesWith(String word) {
    try {
      return reader.docFreq(new Term(Zone.TEXT.field(Form.EXACT), Syllable.canonical(word)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
