package vn.timtin.lucene.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import vn.timtin.analysis.Syllable;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.correction.WordCounts;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.understanding.Zone;

/** How many articles of an index have a word. */
public record IndexWordCounts(IndexReader reader) implements WordCounts {
  @Override
  public int articlesWith(String word) {
    try {
      return reader.docFreq(
          new Term(Fields.field(Zone.TEXT, Form.EXACT), Syllable.canonical(word)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
