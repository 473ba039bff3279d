package vn.timtin.lucene.suggest;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import vn.timtin.analysis.Folding;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.ArticleHead;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.understanding.Zone;

/** Finds headlines that have what was typed, by the index itself: nothing of them is kept. */
final class Headlines {
  /** Of so many new ones the best are chosen. */
  private static final int LOOKED_AT = 32;

  /** In how many ways an unfinished syllable may go on. */
  private static final int MAX_ENDINGS = 128;

  /** An unfinished syllable of so many letters may be found anywhere in a headline. */
  private static final int CLEAR = 3;

  private static final Sort NEWEST_FIRST =
      new Sort(newestFirst(Fields.PUBLISHED_AT), newestFirst(Fields.WRITTEN_AT));

  private final IndexSearcher searcher;

  Headlines(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** A headline that has what was typed. */
  record Headline(String article, String title) {}

  /**
   * How a headline has what was typed.
   *
   * @param diacritics how its diacritics agree
   * @param place where it begins: at the start, further on, or in pieces all over the headline
   */
  private record Match(ArticleHead head, Diacritics diacritics, Place place) {}

  private enum Place {
    START,
    FURTHER_ON,
    IN_PIECES
  }

  /**
   * Yields the best headlines: those with the same diacritics first, then those that begin with
   * what was typed, then the newest. Where none has the syllables in a row, they may stand
   * anywhere.
   */
  List<Headline> best(TypedText typed, int wanted) throws IOException {
    int open = typed.isOpen() ? typed.syllables().getLast().start() : typed.text().length();
    List<TextToken> whole = VietnameseAnalyzer.words(typed.text().substring(0, open));
    List<String> endings =
        typed.isOpen() ? endings(Folding.fold(typed.syllables().getLast().letters())) : List.of();
    if (typed.isOpen() && endings.isEmpty()) {
      return List.of();
    }
    Map<String, Match> found = new LinkedHashMap<>();
    if (whole.stream().anyMatch(TextToken::isMarked)) {
      find(query(whole, endings, true, true), typed, found);
    }
    if (found.size() < wanted) {
      find(query(whole, endings, false, true), typed, found);
    }
    boolean isClear = !typed.isOpen() || typed.syllables().getLast().letters().length() >= CLEAR;
    if (found.isEmpty() && isClear) {
      find(query(whole, endings, false, false), typed, found);
    }
    return found.values().stream()
        .sorted(Comparator.comparing(Match::diacritics).thenComparing(Match::place))
        .limit(wanted)
        .map(match -> new Headline(match.head().id(), match.head().title()))
        .toList();
  }

  private void find(Query query, TypedText typed, Map<String, Match> found) throws IOException {
    TopDocs top =
        searcher.search(
            query, new TopFieldCollectorManager(NEWEST_FIRST, LOOKED_AT, null, LOOKED_AT));
    StoredFields stored = searcher.storedFields();
    for (ScoreDoc hit : top.scoreDocs) {
      ArticleHead head = ArticleDocuments.head(stored, hit.doc);
      found.putIfAbsent(PhraseText.key(head.title()), match(head, typed));
    }
  }

  private static Match match(ArticleHead head, TypedText typed) {
    String title = PhraseText.lower(Normalizer.normalize(head.title(), Normalizer.Form.NFC));
    String folded = " " + Folding.fold(title) + " ";
    String wanted = " " + Folding.fold(typed.from(0));
    int at = folded.indexOf(wanted);
    if (at < 0) {
      return new Match(head, Diacritics.SAME, Place.IN_PIECES);
    }
    Diacritics best = Diacritics.OTHER;
    for (int i = at; i >= 0; i = folded.indexOf(wanted, i + 1)) {
      Diacritics diacritics = typed.diacriticsAgainst(title.substring(i), 0);
      best = diacritics.compareTo(best) < 0 ? diacritics : best;
    }
    return new Match(head, best, at == 0 ? Place.START : Place.FURTHER_ON);
  }

  /**
   * Asks for headlines.
   *
   * @param whole the syllables that are known to their end
   * @param endings what the next one may be; empty if there is none
   * @param marked whether diacritics count
   * @param inARow whether the syllables must stand one after the other
   */
  private static Query query(
      List<TextToken> whole, List<String> endings, boolean marked, boolean inARow) {
    var query = new BooleanQuery.Builder();
    for (int i = 0; i < whole.size(); i++) {
      TextToken token = whole.get(i);
      query.add(
          new TermQuery(
              marked && token.isMarked()
                  ? new Term(Fields.field(Zone.TITLE, Form.EXACT), token.exact())
                  : new Term(Fields.field(Zone.TITLE, Form.FOLDED), token.folded())),
          Occur.FILTER);
      if (inARow && i > 0) {
        Term bigram = Fields.bigram(Zone.TITLE, whole.get(i - 1).folded(), token.folded());
        query.add(new TermQuery(bigram), Occur.FILTER);
      }
    }
    if (!endings.isEmpty()) {
      boolean bigrams = inARow && !whole.isEmpty();
      query.add(
          new TermInSetQuery(
              Fields.field(Zone.TITLE, bigrams ? Form.BIGRAMS : Form.FOLDED),
              endings.stream()
                  .map(
                      end ->
                          bigrams
                              ? Fields.bigram(Zone.TITLE, whole.getLast().folded(), end).bytes()
                              : new BytesRef(end))
                  .toList()),
          Occur.FILTER);
    }
    return query.build();
  }

  /** Yields the words of headlines that begin with these letters, the most frequent ones. */
  private List<String> endings(String beginning) throws IOException {
    record Ending(String word, int articles) {}
    Terms terms =
        MultiTerms.getTerms(searcher.getIndexReader(), Fields.field(Zone.TITLE, Form.FOLDED));
    if (terms == null) {
      return List.of();
    }
    var prefix = new BytesRef(beginning);
    var best = new PriorityQueue<Ending>(Comparator.comparing(Ending::articles));
    TermsEnum words = terms.iterator();
    boolean isThere = words.seekCeil(prefix) != TermsEnum.SeekStatus.END;
    while (isThere && StringHelper.startsWith(words.term(), prefix)) {
      best.add(new Ending(words.term().utf8ToString(), words.docFreq()));
      if (best.size() > MAX_ENDINGS) {
        best.remove();
      }
      isThere = words.next() != null;
    }
    return best.stream().map(Ending::word).toList();
  }

  private static SortField newestFirst(String field) {
    return new SortedNumericSortField(
        field, SortField.Type.LONG, true, SortedNumericSelector.Type.MAX, Long.MIN_VALUE);
  }
}
