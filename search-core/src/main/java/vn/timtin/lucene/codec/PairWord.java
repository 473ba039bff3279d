package vn.timtin.lucene.codec;

import org.apache.lucene.util.BytesRef;

/** A folded word as pairs know it. */
public class PairWord {
  /** The word in UTF-8. */
  public final BytesRef term;

  /** Its number, {@link PairTerm#NO_NUMBER} where it has none. */
  public final int number;

  /** Looks the number up. */
  public PairWord(String folded) {
    this.term = new BytesRef(folded);
    this.number = PairTerm.numberOf(folded);
  }
}
