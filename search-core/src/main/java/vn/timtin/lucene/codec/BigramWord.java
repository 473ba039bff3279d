package vn.timtin.lucene.codec;

import org.apache.lucene.util.BytesRef;

/** A folded word as bigrams know it. */
public class BigramWord {
  /** The word in UTF-8. */
  public final BytesRef term;

  /** Its number, {@link BigramTerm#NO_NUMBER} where it has none. */
  public final int number;

  /** Looks the number up. */
  public BigramWord(String folded) {
    this.term = new BytesRef(folded);
    this.number = BigramTerm.numberOf(folded);
  }
}
