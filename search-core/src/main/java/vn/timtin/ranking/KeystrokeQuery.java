package vn.timtin.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import vn.timtin.analysis.Keystrokes;
import vn.timtin.analysis.Keystrokes.Decoded;
import vn.timtin.analysis.Syllable;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.query.SearchQuery;
import vn.timtin.query.SearchQuery.AnyOf;
import vn.timtin.query.SearchQuery.Combined;
import vn.timtin.query.SearchQuery.In;
import vn.timtin.query.SearchQuery.Phrase;
import vn.timtin.query.SearchQuery.Words;
import vn.timtin.schema.Fields.Zone;

/**
 * Whether a whole query was typed as Telex or VNI keystrokes, and what it means then.
 *
 * <p>Single words say little ({@code box} makes bõ, {@code beer} bể), so all of them are weighed: a
 * word that makes a syllable which more articles have than the word itself speaks for it; a word
 * that is an unmarked syllable, a number or a letter with a number ({@code u23}) says nothing; any
 * other word speaks against it.
 */
final class KeystrokeQuery {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern SAYS_NOTHING = Pattern.compile("\\d+|[A-Za-z]\\d+");

  /** In how many articles a syllable must be to count as one in use: one of so many. */
  private static final int RAREST = 5_000;

  private final IndexReader reader;
  private final Map<String, String> decoded = new HashMap<>();
  private int words;
  private int speakFor;
  private int speakAgainst;
  private boolean anyCertain;

  private KeystrokeQuery(IndexReader reader) {
    this.reader = reader;
  }

  /** Takes every query as it was typed. */
  static KeystrokeQuery none(IndexReader reader) {
    return new KeystrokeQuery(reader);
  }

  /** Weighs the words of a whole query. */
  static KeystrokeQuery of(SearchQuery query, IndexReader reader) throws IOException {
    List<String> texts = new ArrayList<>();
    collectTexts(query, texts);
    var weighed = new KeystrokeQuery(reader);
    if (texts.stream().allMatch(text -> text.chars().allMatch(c -> c < 128))) {
      for (String text : texts) {
        for (var word = WORD.matcher(text); word.find(); ) {
          weighed.weigh(word.group());
        }
      }
    }
    if (!weighed.isProbable()) {
      weighed.decoded.clear();
    }
    return weighed;
  }

  /** Yields the text with marks, as it is where the query was probably not typed as keystrokes. */
  String decode(String text) {
    return decoded.isEmpty()
        ? text
        : WORD.matcher(text).replaceAll(word -> decoded.getOrDefault(word.group(), word.group()));
  }

  /** Yields the query with marks. */
  SearchQuery decode(SearchQuery query) {
    return decoded.isEmpty() ? query : withMarks(query, this::decode);
  }

  /** Yields the words that were typed as keystrokes, and what they make. */
  Map<String, String> decoded() {
    return decoded;
  }

  private void weigh(String word) throws IOException {
    if (decoded.containsKey(word)) {
      return;
    }
    words++;
    if (SAYS_NOTHING.matcher(word).matches()) {
      return;
    }
    Optional<Decoded> made = Keystrokes.decode(word);
    int articles = made.isPresent() ? articlesWith(made.get().text()) : 0;
    if (articles > 0 && articles > articlesWith(word)) { // nearly all words make nothing
      decoded.put(word, made.get().text());
    }
    if (decoded.containsKey(word) && articles > reader.maxDoc() / RAREST) {
      speakFor++;
      anyCertain |= made.get().isCertain();
    } else if (Syllable.parse(word.toLowerCase(Locale.ROOT))
        .filter(Syllable::isPossible)
        .isEmpty()) {
      speakAgainst++;
    }
  }

  private int articlesWith(String syllable) throws IOException {
    String exact = Syllable.canonical(syllable.toLowerCase(Locale.ROOT));
    return reader.docFreq(new Term(Zone.TEXT.field(Form.EXACT), exact));
  }

  private boolean isProbable() {
    return speakFor > speakAgainst && 4 * speakFor >= words && (speakFor >= 2 || anyCertain);
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
