package vn.timtin.lucene.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import vn.timtin.understanding.QueryPlan;

class CoverTest {
  private static final int DOCUMENTS = 300;
  private static final int WORDS = 12;
  private static final int DELETED = 20;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<List<String>> texts = new ArrayList<>();

  /** Words with a low number are frequent. */
  private String word() {
    return "w" + (int) (WORDS * Math.pow(random.nextDouble(), 2));
  }

  private DirectoryReader index() throws IOException {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < DOCUMENTS; i++) {
        List<String> words = new ArrayList<>();
        for (int n = random.nextInt(8); n >= 0; n--) {
          words.add(word());
        }
        texts.add(words);
        var document = new Document();
        document.add(new StringField("id", String.valueOf(i), Field.Store.YES));
        document.add(new TextField("text", String.join(" ", words), Field.Store.NO));
        writer.addDocument(document);
        if (i % 90 == 89) {
          writer.commit();
        }
      }
      for (int i = 0; i < DELETED; i++) {
        writer.deleteDocuments(new Term("id", String.valueOf(i)));
      }
    }
    return DirectoryReader.open(directory);
  }

  private record Asked(Set<String> anyOf, List<String> row, QueryPlan.Amounts amounts) {
    boolean isIn(List<String> text) {
      if (row.isEmpty()) {
        return text.stream().anyMatch(anyOf::contains);
      }
      return (" " + String.join(" ", text) + " ").contains(" " + String.join(" ", row) + " ");
    }

    List<Query> alternatives() {
      if (!row.isEmpty()) {
        return List.of(new PhraseQuery("text", row.toArray(String[]::new)));
      }
      return anyOf.stream().map(word -> (Query) new TermQuery(new Term("text", word))).toList();
    }
  }

  private Asked asked() {
    Set<String> any = new HashSet<>();
    List<String> row = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      row.add(word());
      row.add(word());
    } else {
      for (int i = random.nextInt(2); i >= 0; i--) {
        any.add(word());
      }
    }
    return new Asked(any, row, amounts(6));
  }

  private QueryPlan.Amounts amounts(int most) {
    return new QueryPlan.Amounts(
        random.nextInt(most), random.nextBoolean() ? 0 : random.nextInt(most), random.nextInt(2));
  }

  private static boolean isIn(List<String> text, List<Asked> parts, QueryPlan.Amounts min) {
    List<Asked> there = parts.stream().filter(part -> part.isIn(text)).toList();
    return sum(there, QueryPlan.Amounts::syllables) >= min.syllables()
        && sum(there, QueryPlan.Amounts::bigrams) >= min.bigrams()
        && sum(there, QueryPlan.Amounts::words) >= min.words();
  }

  private static int sum(List<Asked> parts, ToIntFunction<QueryPlan.Amounts> kind) {
    return parts.stream().mapToInt(part -> kind.applyAsInt(part.amounts())).sum();
  }

  private static List<Cover.Part> parts(List<Asked> asked) {
    return asked.stream()
        .map(part -> new Cover.Part(part.alternatives(), Amounts.of(part.amounts())))
        .toList();
  }

  /** What documents have of each level, the strictest first; and so of any of those before. */
  private static List<Set<Integer>> ofLevels(
      List<Asked> parts, List<QueryPlan.Amounts> mins, List<List<String>> texts) {
    List<Set<Integer>> ofLevels = new ArrayList<>();
    Set<Integer> all = new TreeSet<>();
    for (QueryPlan.Amounts min : mins) {
      for (int i = DELETED; i < DOCUMENTS; i++) {
        if (isIn(texts.get(i), parts, min)) {
          all.add(i);
        }
      }
      ofLevels.add(new TreeSet<>(all));
    }
    return ofLevels;
  }

  private static Set<Integer> ids(Query query, IndexSearcher searcher) throws IOException {
    Set<Integer> ids = new TreeSet<>();
    for (ScoreDoc hit : searcher.search(query, DOCUMENTS).scoreDocs) {
      ids.add(Integer.parseInt(searcher.storedFields().document(hit.doc).get("id")));
    }
    return ids;
  }

  @RepeatedTest(10)
  void documents_of_the_first_levels_that_are_enough_are_found_and_no_others() throws IOException {
    try (DirectoryReader reader = index()) {
      var searcher = new IndexSearcher(reader);
      for (int n = 0; n < 40; n++) {
        List<Asked> parts = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
          parts.add(asked());
        }
        List<QueryPlan.Amounts> mins = new ArrayList<>();
        List<Cover.Level> levels = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          QueryPlan.Amounts some = amounts(8);
          var min = new QueryPlan.Amounts(1 + some.syllables(), some.bigrams(), some.words());
          mins.add(min);
          levels.add(new Cover.Level(Amounts.of(min), random.nextInt(30)));
        }
        List<Set<Integer>> expected = ofLevels(parts, mins, texts);
        int first = 0;
        while (first < levels.size() && expected.get(first).size() < levels.get(first).enough()) {
          first++;
        }

        Optional<Cover.Covered> covered = Cover.find(parts(parts), levels, searcher);

        assertThat(covered.map(Cover.Covered::level))
            .as("seed %d: %s of %s", seed, levels, parts)
            .isEqualTo(first < levels.size() ? Optional.of(first) : Optional.empty());
        if (covered.isPresent()) {
          assertThat(ids(covered.get().articles(), searcher))
              .as("seed %d: %s of %s", seed, levels, parts)
              .isEqualTo(expected.get(first));
        }
      }
    }
  }

  @Test
  void parts_that_no_document_has_together_find_nothing() throws IOException {
    try (DirectoryReader reader = index()) {
      var five = new QueryPlan.Amounts(5, 0, 0);
      List<Asked> parts =
          List.of(
              new Asked(Set.of("nowhere"), List.of(), five),
              new Asked(Set.of("w0"), List.of(), five));
      List<Cover.Level> levels =
          List.of(new Cover.Level(Amounts.of(new QueryPlan.Amounts(10, 0, 0)), 1));
      assertThat(Cover.find(parts(parts), levels, new IndexSearcher(reader))).isEmpty();
    }
  }

  @Test
  void what_documents_without_any_part_would_have_is_no_level() throws IOException {
    try (DirectoryReader reader = index()) {
      List<Asked> parts =
          List.of(new Asked(Set.of("w0"), List.of(), new QueryPlan.Amounts(1, 0, 0)));
      List<Cover.Level> levels = List.of(new Cover.Level(0, 1));
      assertThatThrownBy(() -> Cover.find(parts(parts), levels, new IndexSearcher(reader)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void ranked_articles_score_what_the_engine_scores_them_and_0_without_a_clause()
      throws IOException {
    try (DirectoryReader reader = index()) {
      var searcher = new IndexSearcher(reader);
      for (int n = 0; n < 40; n++) {
        Query found = new TermQuery(new Term("text", word()));
        var ranked = new BooleanQuery.Builder();
        for (int i = random.nextInt(5); i >= 0; i--) {
          Query clause = asked().alternatives().getFirst();
          ranked.add(new BoostQuery(clause, 1 + random.nextInt(3)), Occur.SHOULD);
        }
        Query engines =
            new BooleanQuery.Builder()
                .add(ranked.build(), Occur.SHOULD)
                .add(found, Occur.FILTER)
                .build();
        FoundArticles articles =
            (FoundArticles) FoundArticles.atLeast(0, found, searcher).orElseThrow();
        var ours = new RankedArticles(articles, ranked.build(), DOCUMENTS);

        ScoreDoc[] expected = searcher.search(engines, DOCUMENTS).scoreDocs;
        ScoreDoc[] hits = searcher.search(ours, DOCUMENTS).scoreDocs;
        assertThat(hits).as("seed %d: %s", seed, ours).hasSameSizeAs(expected);
        for (int i = 0; i < hits.length; i++) {
          assertThat(hits[i].doc).as("seed %d: %s", seed, ours).isEqualTo(expected[i].doc);
          assertThat(hits[i].score).isCloseTo(expected[i].score, within(1e-5f));
          assertThat(searcher.explain(ours, hits[i].doc).getValue().floatValue())
              .isCloseTo(hits[i].score, within(1e-5f));
        }
        assertThat(searcher.count(ours)).isEqualTo(hits.length);
      }
    }
  }
}
