package vn.timtin.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import vn.timtin.analysis.Syllable;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.correction.KeystrokeText;
import vn.timtin.query.SearchQuery;
import vn.timtin.query.SearchQuery.AnyOf;
import vn.timtin.query.SearchQuery.Combined;
import vn.timtin.query.SearchQuery.In;
import vn.timtin.query.SearchQuery.Phrase;
import vn.timtin.query.SearchQuery.Words;
import vn.timtin.schema.Fields.Zone;

/** A query that was typed as Telex or VNI keystrokes, with what it means. */
final class KeystrokeQuery {
  /** In how many articles a syllable must be to count as one in use: one of so many. */
  private static final int RAREST = 5_000;

  private final Map<String, String> decoded;

  private KeystrokeQuery(Map<String, String> decoded) {
    this.decoded = decoded;
  }

  /** Takes every query as it was typed. */
  static KeystrokeQuery none() {
    return new KeystrokeQuery(Map.of());
  }

  /** Weighs the words of a whole query by the articles of the index. */
  static KeystrokeQuery of(SearchQuery query, IndexReader reader) throws IOException {
    List<String> texts = new ArrayList<>();
    collectTexts(query, texts);
    return new KeystrokeQuery(
        KeystrokeText.decode(texts, word -> articlesWith(word, reader), reader.maxDoc() / RAREST));
  }

  /** Yields the text with marks. */
  String decode(String text) {
    return KeystrokeText.replace(text, decoded);
  }

  /** Yields the query with marks. */
  SearchQuery decode(SearchQuery query) {
    return decoded.isEmpty() ? query : withMarks(query, this::decode);
  }

  /** Yields the words that were typed as keystrokes, and what they make. */
  Map<String, String> decoded() {
    return decoded;
  }

  private static int articlesWith(String syllable, IndexReader reader) throws IOException {
    String exact = Syllable.canonical(syllable.toLowerCase(Locale.ROOT));
    return reader.docFreq(new Term(Zone.TEXT.field(Form.EXACT), exact));
  }

  private static void collectTexts(SearchQuery query, List<String> texts) {
    switch (query) {
      case Words words -> texts.add(words.text());
      case Phrase phrase -> texts.add(phrase.text());
      case In in -> collectTexts(in.query(), texts);
      case AnyOf any -> any.alternatives().forEach(q -> collectTexts(q, texts));
      case Combined combined -> {
        combined.required().forEach(q -> collectTexts(q, texts));
        combined.optional().forEach(q -> collectTexts(q, texts));
        combined.excluded().forEach(q -> collectTexts(q, texts));
      }
      default -> {} // no text, or but the beginning of a word
    }
  }

  private static SearchQuery withMarks(SearchQuery query, UnaryOperator<String> marks) {
    return switch (query) {
      case Words words -> new Words(marks.apply(words.text()));
      case Phrase phrase -> new Phrase(marks.apply(phrase.text()));
      case In in -> new In(in.part(), withMarks(in.query(), marks));
      case AnyOf any -> new AnyOf(withMarks(any.alternatives(), marks));
      case Combined combined ->
          new Combined(
              withMarks(combined.required(), marks),
              withMarks(combined.optional(), marks),
              withMarks(combined.excluded(), marks));
      default -> query;
    };
  }

  private static List<SearchQuery> withMarks(
      List<SearchQuery> queries, UnaryOperator<String> marks) {
    return queries.stream().map(query -> withMarks(query, marks)).toList();
  }
}
