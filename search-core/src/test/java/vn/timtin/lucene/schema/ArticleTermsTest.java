package vn.timtin.lucene.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import vn.timtin.RandomNews;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.Article;
import vn.timtin.lucene.codec.ArticleCodec;
import vn.timtin.understanding.Zone;

/** Which terms an article has in which field, how often and where. */
class ArticleTermsTest {
  /** Text of 100 tokens or less counts twice at the beginning of a body. */
  private static final int OPENING = 2;

  private static final int TITLE = 3;

  private static final Article ARTICLE =
      Article.builder()
          .id("a")
          .title("Bão Yagi")
          .summary("Bão mạnh. Gió to")
          .captions(List.of("Ảnh: mưa"))
          .tags(List.of("thời tiết"))
          .body("Hội nghị bão")
          .build();

  private static Map<String, Integer> counts(Article article, Zone zone, Form form)
      throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    forEach(
        article, zone, form, (term, position, times) -> counts.merge(term, times, Integer::sum));
    return counts;
  }

  private interface Seen {
    void term(String term, int position, int times);
  }

  private static void forEach(Article article, Zone zone, Form form, Seen seen) throws IOException {
    var terms = new ArticleTerms();
    terms.read(article);
    List<IOException> failures = new ArrayList<>();
    terms.forEachField(
        (itsZone, itsForm, stream) -> {
          if (itsZone == zone && itsForm == form) {
            try {
              read(stream, seen);
            } catch (IOException e) {
              failures.add(e);
            }
          }
        });
    assertThat(failures).isEmpty();
  }

  private static void read(TokenStream stream, Seen seen) throws IOException {
    var bytes = stream.getAttribute(TermToBytesRefAttribute.class);
    var frequency = stream.getAttribute(TermFrequencyAttribute.class);
    var increment = stream.getAttribute(PositionIncrementAttribute.class);
    int position = -1;
    stream.reset();
    while (stream.incrementToken()) {
      position += increment == null ? 1 : increment.getPositionIncrement();
      seen.term(
          bytes.getBytesRef().utf8ToString(),
          position,
          frequency == null ? 1 : frequency.getTermFrequency());
    }
    stream.end();
    stream.close();
  }

  @Test
  void title_and_lead_count_three_times_and_the_opening_of_the_body_twice() throws IOException {
    assertThat(counts(ARTICLE, Zone.TEXT, Form.EXACT))
        .containsEntry("yagi", TITLE)
        .containsEntry("gió", 3)
        .containsEntry("nghị", OPENING)
        .containsEntry("bão", TITLE + 3 + OPENING)
        .containsEntry("mưa", 1)
        .containsEntry("tiết", 1);
  }

  @Test
  void folded_terms_count_as_the_exact_ones_of_their_letters_together() throws IOException {
    Article article = Article.builder().id("a").title("báo").body("bão bao").build();

    assertThat(counts(article, Zone.TEXT, Form.FOLDED))
        .containsEntry("bao", TITLE + OPENING + OPENING);
  }

  @Test
  void the_title_has_fields_of_its_own() throws IOException {
    assertThat(counts(ARTICLE, Zone.TITLE, Form.EXACT)).isEqualTo(Map.of("bão", 1, "yagi", 1));
    assertThat(counts(ARTICLE, Zone.TITLE, Form.FOLDED)).isEqualTo(Map.of("bao", 1, "yagi", 1));
  }

  @Test
  void lead_and_body_stand_between_terms_that_no_text_has() throws IOException {
    Map<String, Integer> first = new HashMap<>();
    forEach(
        ARTICLE,
        Zone.TEXT,
        Form.EXACT,
        (term, position, times) -> first.putIfAbsent(term, position));

    assertThat(first.get("yagi")).isLessThan(first.get(Fields.LEAD_START));
    assertThat(first.get("mạnh"))
        .isBetween(first.get(Fields.LEAD_START), first.get(Fields.LEAD_END));
    assertThat(first.get("mưa"))
        .isBetween(first.get(Fields.LEAD_END), first.get(Fields.BODY_START));
    assertThat(first.get("nghị")).isGreaterThan(first.get(Fields.BODY_START));
    for (String boundary : List.of(Fields.LEAD_START, Fields.LEAD_END, Fields.BODY_START)) {
      assertThat(VietnameseAnalyzer.tokens(boundary)).noneMatch(t -> t.exact().equals(boundary));
    }
  }

  @Test
  void no_phrase_crosses_from_one_part_into_the_next() throws IOException {
    Map<String, Integer> first = new HashMap<>();
    forEach(
        ARTICLE,
        Zone.TEXT,
        Form.EXACT,
        (term, position, times) -> first.putIfAbsent(term, position));

    assertThat(first.get("mạnh")).isEqualTo(first.get("gió") - 1); // sentences may be crossed
    assertThat(first.get("mưa") - first.get("to")).isGreaterThan(1);
    assertThat(first.get("thời") - first.get("mưa")).isGreaterThan(1);
  }

  @RepeatedTest(5)
  void an_index_has_each_bigram_as_often_as_it_stands_in_the_article() throws IOException {
    var news = new RandomNews();
    List<Article> articles = news.articles(60);
    var directory = new ByteBuffersDirectory();
    var documents = new ArticleDocuments();
    var config = new IndexWriterConfig().setCodec(new ArticleCodec());
    try (var writer = new IndexWriter(directory, config)) {
      for (Article article : articles) {
        documents.<IOException>index(article, 1, writer::addDocument);
      }
    }
    Map<String, Map<Integer, Integer>> expected = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      Article article = articles.get(i);
      count(article.title(), i, TITLE, expected);
      count(article.summary(), i, 3, expected);
      count(article.body(), i, OPENING, expected);
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      expected.forEach(
          (bigram, byDocument) ->
              assertThat(postings(bigram, reader))
                  .as("%s: %s", news, bigram)
                  .isEqualTo(byDocument));
    }
  }

  private static void count(
      String text, int document, int times, Map<String, Map<Integer, Integer>> counts) {
    List<TextToken> words = VietnameseAnalyzer.words(text);
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i - 1).formsBigramWith(words.get(i))) {
        counts
            .computeIfAbsent(
                words.get(i - 1).folded() + " " + words.get(i).folded(), b -> new HashMap<>())
            .merge(document, times, Integer::sum);
      }
    }
  }

  private static Map<Integer, Integer> postings(String bigram, DirectoryReader reader) {
    String[] words = bigram.split(" ");
    Term term = Fields.bigram(Zone.TEXT, words[0], words[1]);
    Map<Integer, Integer> found = new HashMap<>();
    try {
      PostingsEnum postings =
          MultiTerms.getTermPostingsEnum(reader, term.field(), term.bytes(), PostingsEnum.FREQS);
      if (postings != null) {
        for (int doc = postings.nextDoc();
            doc != PostingsEnum.NO_MORE_DOCS;
            doc = postings.nextDoc()) {
          found.put(doc, postings.freq());
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return found;
  }
}
