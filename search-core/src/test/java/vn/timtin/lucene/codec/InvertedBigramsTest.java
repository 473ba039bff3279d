package vn.timtin.lucene.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.analysis.CannedBinaryTokenStream;
import org.apache.lucene.tests.analysis.CannedBinaryTokenStream.BinaryToken;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.Article;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.Fields;
import vn.timtin.understanding.Zone;

class InvertedBigramsTest {
  private static final String BIGRAMS = Fields.field(Zone.TEXT, Form.BIGRAMS);
  private static final List<String> WORDS =
      List.of("hoi", "nghi", "so", "ket", "7", "999", "1000", "covid", "漢", "a".repeat(255));

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  /**
   * Term, then document, then count: what an index of the same bigrams, each a token, would have.
   */
  private final Map<BytesRef, Map<Integer, Long>> expected = new TreeMap<>();

  @Test
  void has_the_postings_of_all_bigrams_in_the_order_of_their_terms() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int document = 0; document < 500; document++) {
          writer.addDocument(packed(document, random.nextInt(200), 3));
        }
      }
      assertThat(inverted(directory, 500)).as("seed " + seed).isEqualTo(expected);
    }
  }

  @Test
  void counts_that_have_no_room_beside_many_documents_are_kept() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int document = 0; document < 20; document++) {
          writer.addDocument(packed(document, 50, 5_000));
        }
      }
      assertThat(inverted(directory, Integer.MAX_VALUE)).as("seed " + seed).isEqualTo(expected);
    }
  }

  @Test
  void an_article_may_have_more_bigrams_than_one_token_holds() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.addDocument(packed(0, 30_000, 1));
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves().getFirst().reader().terms(BIGRAMS).size()).isGreaterThan(1);
      }
      assertThat(inverted(directory, 1)).as("seed " + seed).isEqualTo(expected);
    }
  }

  @Test
  void segments_are_sound_after_merges_and_deletions() throws IOException {
    var documents = new ArticleDocuments();
    try (Directory directory = new ByteBuffersDirectory()) {
      var config = new IndexWriterConfig().setCodec(new ArticleCodec()).setMaxBufferedDocs(7);
      try (var writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < 100; i++) {
          Article article = article(String.valueOf(i));
          documents.<IOException>index(article, 0, writer::addDocument);
          if (random.nextInt(5) == 0) {
            writer.deleteDocuments(ArticleDocuments.id(String.valueOf(random.nextInt(i + 1))));
          }
        }
        writer.forceMerge(2);
      }
      try (var check = new CheckIndex(directory)) {
        assertThat(check.checkIndex().clean).as("seed " + seed).isTrue();
      }
    }
  }

  private Article article(String id) {
    var body = new StringBuilder();
    for (int i = random.nextInt(300); i >= 0; i--) {
      body.append(WORDS.get(random.nextInt(WORDS.size()))).append(i % 20 == 0 ? ". " : " ");
    }
    return Article.builder().id(id).title("Hội nghị sơ kết " + id).body(body.toString()).build();
  }

  /** A document of random bigrams, and what is expected of it. */
  private Document packed(int document, int bigrams, int maxTimes) throws IOException {
    var packed = new PackedBigrams();
    List<BinaryToken> tokens = new ArrayList<>();
    packed.clear();
    for (int i = 0; i < bigrams; i++) {
      if (!packed.hasRoom()) {
        tokens.add(token(packed));
        packed.clear();
      }
      BytesRef bigram = BigramTerm.of(random(WORDS), random(WORDS));
      int count = 1 + random.nextInt(maxTimes);
      packed.add(bigram, count);
      expected
          .computeIfAbsent(bigram, p -> new TreeMap<>())
          .merge(document, (long) count, Long::sum);
    }
    tokens.add(token(packed));
    var type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setTokenized(true);
    var made = new Document();
    made.add(
        new Field(BIGRAMS, new CannedBinaryTokenStream(tokens.toArray(BinaryToken[]::new)), type));
    return made;
  }

  private String random(List<String> words) {
    return random.nextInt(3) == 0
        ? String.valueOf(random.nextInt(1200))
        : words.get(random.nextInt(words.size()));
  }

  private static BinaryToken token(PackedBigrams packed) {
    var token = new BytesRef();
    packed.token(token);
    return new BinaryToken(BytesRef.deepCopyOf(token));
  }

  private Map<BytesRef, Map<Integer, Long>> inverted(Directory directory, int documents)
      throws IOException {
    Map<BytesRef, Map<Integer, Long>> found = new TreeMap<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Terms terms =
          new InvertedBigrams(reader.leaves().getFirst().reader().terms(BIGRAMS), documents);
      TermsEnum each = terms.iterator();
      BytesRef last = new BytesRef();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        assertThat(term).as("seed " + seed).isGreaterThan(last);
        last = BytesRef.deepCopyOf(term);
        Map<Integer, Long> counts = found.computeIfAbsent(last, t -> new TreeMap<>());
        PostingsEnum postings = each.postings(null, PostingsEnum.FREQS);
        while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
          counts.merge(postings.docID(), (long) postings.freq(), Long::sum);
        }
      }
    }
    return found;
  }
}
