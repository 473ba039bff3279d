package vn.timtin.lucene.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.jspecify.annotations.Nullable;

/**
 * The documents that have something.
 *
 * @param documents those that may have it
 * @param check tells of the one that the iterator is at whether it has, if that is not known: the
 *     words of a phrase may stand elsewhere in it, which takes long to tell
 */
record Having(DocIdSetIterator documents, @Nullable TwoPhaseIterator check) {
  /** Each document is checked as it is come to. */
  static Having checked(Scorer scorer) {
    return new Having(scorer.iterator(), null);
  }

  /** A document is checked when it is asked for. */
  static Having of(Scorer scorer) {
    TwoPhaseIterator check = scorer.twoPhaseIterator();
    return check == null ? checked(scorer) : new Having(check.approximation(), check);
  }

  /** Whether any of these has a document. To be asked once for each, in their order. */
  static boolean isIn(List<Having> alternatives, int document) throws IOException {
    for (Having alternative : alternatives) {
      int at = alternative.documents.docID();
      if ((at < document ? alternative.documents.advance(document) : at) == document
          && (alternative.check == null || alternative.check.matches())) {
        return true;
      }
    }
    return false;
  }
}
