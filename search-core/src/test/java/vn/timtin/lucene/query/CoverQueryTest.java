package vn.timtin.lucene.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.tests.search.QueryUtils;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CoverQueryTest {
  private static final int DOCUMENTS = 300;
  private static final int WORDS = 12;

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
      for (int i = 0; i < 20; i++) {
        writer.deleteDocuments(new Term("id", String.valueOf(i)));
      }
    }
    return DirectoryReader.open(directory);
  }

  private record Asked(Set<String> anyOf, List<String> row, int weight) {
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
    return new Asked(any, row, 1 + random.nextInt(6));
  }

  private record AskedShare(List<Asked> parts, int min) {
    boolean isIn(List<String> text) {
      return parts.stream().filter(part -> part.isIn(text)).mapToInt(Asked::weight).sum() >= min;
    }
  }

  private static CoverQuery query(List<Asked> parts, int min) {
    return query(List.of(new AskedShare(parts, min)));
  }

  private static CoverQuery query(List<AskedShare> asked) {
    List<CoverQuery.Share> shares = new ArrayList<>();
    for (AskedShare share : asked) {
      List<CoverQuery.Part> parts = new ArrayList<>();
      for (Asked part : share.parts()) {
        parts.add(new CoverQuery.Part(part.alternatives(), part.weight()));
      }
      shares.add(new CoverQuery.Share(parts, share.min()));
    }
    return new CoverQuery(shares);
  }

  private AskedShare share() {
    List<Asked> parts = new ArrayList<>();
    for (int i = random.nextInt(7); i >= 0; i--) {
      parts.add(asked());
    }
    int all = parts.stream().mapToInt(Asked::weight).sum();
    return new AskedShare(parts, Math.max(1, (int) (all * random.nextDouble())));
  }

  @RepeatedTest(10)
  void documents_match_whose_parts_weigh_enough_and_no_others() throws IOException {
    try (DirectoryReader reader = index()) {
      var searcher = new IndexSearcher(reader);
      for (int n = 0; n < 40; n++) {
        List<AskedShare> shares = new ArrayList<>(List.of(share()));
        if (random.nextBoolean()) {
          shares.add(share());
        }
        Set<Integer> expected = new TreeSet<>();
        for (int i = 20; i < DOCUMENTS; i++) {
          List<String> text = texts.get(i);
          if (shares.stream().allMatch(share -> share.isIn(text))) {
            expected.add(i);
          }
        }
        CoverQuery query = query(shares);

        Set<Integer> found = new TreeSet<>();
        for (ScoreDoc hit : searcher.search(query, DOCUMENTS).scoreDocs) {
          found.add(Integer.parseInt(searcher.storedFields().document(hit.doc).get("id")));
        }
        assertThat(found).as("seed %d: %s", seed, shares).isEqualTo(expected);
        assertThat(searcher.count(query)).isEqualTo(expected.size());
        int enough = 1 + random.nextInt(20);
        assertThat(FoundArticles.atLeast(enough, query, searcher).isPresent())
            .isEqualTo(expected.size() >= enough);
        assertThatSkippingFindsTheSame(query, searcher);
      }
    }
  }

  private void assertThatSkippingFindsTheSame(CoverQuery query, IndexSearcher searcher)
      throws IOException {
    Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      TreeSet<Integer> all = new TreeSet<>();
      while (scorer != null && scorer.iterator().nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        all.add(scorer.docID());
      }
      Scorer skipping = weight.scorer(leaf);
      int target = random.nextInt(30);
      while (skipping != null && skipping.docID() != DocIdSetIterator.NO_MORE_DOCS) {
        Integer expected = all.ceiling(target);
        assertThat(skipping.iterator().advance(target))
            .as("seed %d: %s from %d", seed, query, target)
            .isEqualTo(expected == null ? DocIdSetIterator.NO_MORE_DOCS : expected);
        target = skipping.docID() + 1 + random.nextInt(30);
      }
    }
  }

  @Test
  void parts_that_no_document_has_together_find_nothing() throws IOException {
    try (DirectoryReader reader = index()) {
      List<Asked> parts = List.of(new Asked(Set.of("nowhere"), List.of(), 5), asked());
      assertThat(new IndexSearcher(reader).count(query(parts, 11))).isZero();
    }
  }

  @Test
  void equal_queries_are_equal_and_others_are_not() {
    List<Asked> parts = List.of(asked(), asked());
    QueryUtils.checkEqual(query(parts, 3), query(parts, 3));
    QueryUtils.checkUnequal(query(parts, 3), query(parts, 2));
    QueryUtils.checkUnequal(query(parts, 3), query(parts.subList(0, 1), 3));
  }
}
