package vn.timtin.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.understanding.Zone;

/** The exact terms of the index that an unmarked syllable may stand for. */
final class DiacriticForms {
  /** No folded syllable of Vietnamese has more than 27 marked readings. */
  private static final int MAX_READINGS = 64;

  private static final int MAX_BEGINNINGS = 500;

  private DiacriticForms() {}

  /** Yields the exact terms whose folded form this is: {@code bao} gives bao, bào, báo, bão …. */
  static List<BytesRef> of(String folded, IndexReader reader) throws IOException {
    return matching(automaton(folded), MAX_READINGS, reader);
  }

  /**
   * Yields exact terms that begin with this text, diacritics aside where it is folded; of very many
   * the first {@value #MAX_BEGINNINGS} in the order of the dictionary.
   */
  static List<BytesRef> beginningWith(String text, Form form, IndexReader reader)
      throws IOException {
    Automaton beginning = form == Form.FOLDED ? automaton(text) : Automata.makeString(text);
    Automaton all =
        Operations.determinize(
            Operations.concatenate(List.of(beginning, Automata.makeAnyString())),
            Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    return matching(all, MAX_BEGINNINGS, reader);
  }

  private static List<BytesRef> matching(Automaton automaton, int most, IndexReader reader)
      throws IOException {
    List<BytesRef> matching = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, Fields.field(Zone.TEXT, Form.EXACT));
    if (terms == null) {
      return matching;
    }
    TermsEnum accepted = new CompiledAutomaton(automaton, false, true).getTermsEnum(terms);
    for (BytesRef term = accepted.next();
        term != null && matching.size() < most;
        term = accepted.next()) {
      matching.add(BytesRef.deepCopyOf(term));
    }
    return matching;
  }

  private static Automaton automaton(String folded) {
    List<Automaton> letters = new ArrayList<>();
    folded.codePoints().forEach(c -> letters.add(letter(c)));
    return Operations.determinize(
        Operations.concatenate(letters), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
  }

  private static Automaton letter(int folded) {
    List<Automaton> forms = new ArrayList<>(List.of(Automata.makeChar(folded)));
    for (char marked : Folding.diacriticForms(folded)) {
      forms.add(Automata.makeChar(marked));
    }
    return Operations.union(forms);
  }
}
