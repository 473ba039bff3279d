package vn.timtin.lucene.suggest;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import vn.timtin.lucene.derived.Derived;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.Fields;

/**
 * The phrases of the articles of an index, from titles, summaries, captions and tags.
 *
 * <p>Memory is bounded: a large segment is read in parts, all parts together keep {@value #MAX}
 * phrases or little more, each its share, and so does the whole.
 */
final class ArticlePhrases implements Derived.Source<List<PhraseList>, Phrases> {
  /** How many phrases are kept. */
  private static final int MAX = 500_000;

  /** However small, a part may keep so many. */
  private static final int MAX_OF_SMALL_PART = 2_000;

  private static final int DOCUMENTS_OF_PART = 1 << 16;

  /** What one article alone has says little, but of few articles it is all there is. */
  private static final int LARGE_PART = 5_000;

  @Override
  public Phrases merge(Collection<List<PhraseList>> parts, Instant now) {
    List<PhraseList> all = parts.stream().flatMap(Collection::stream).toList();
    return new Phrases(
        all.isEmpty() ? PhraseList.of(List.of(), 0, now) : PhraseList.merge(all, MAX, now));
  }

  @Override
  public List<PhraseList> read(LeafReader segment, int documents, BooleanSupplier isClosed)
      throws IOException {
    List<PhraseList> parts = new ArrayList<>();
    for (int first = 0; first < segment.maxDoc(); first += DOCUMENTS_OF_PART) {
      int end = Math.min(segment.maxDoc(), first + DOCUMENTS_OF_PART);
      int share = (int) ((long) MAX * (end - first) / documents);
      parts.add(read(segment, first, end, Math.max(MAX_OF_SMALL_PART, share), isClosed));
    }
    return parts;
  }

  private static PhraseList read(
      LeafReader segment, int first, int end, int most, BooleanSupplier isClosed)
      throws IOException {
    Instant now = Instant.now();
    StoredFields stored = segment.storedFields();
    SortedNumericDocValues published = DocValues.getSortedNumeric(segment, Fields.PUBLISHED_AT);
    Bits live = segment.getLiveDocs();
    var counter = new PhraseCounter();
    for (int document = first; document < end && !isClosed.getAsBoolean(); document++) {
      if (live == null || live.get(document)) {
        counter.add(
            ArticleDocuments.shortTexts(stored, document),
            published.advanceExact(document)
                ? Phrase.freshness(now, Instant.ofEpochMilli(published.nextValue()))
                : 0);
      }
    }
    return PhraseList.of(counter.phrases(end - first < LARGE_PART ? 1 : 2), most, now);
  }
}
