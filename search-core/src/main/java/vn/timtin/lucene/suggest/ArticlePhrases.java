package vn.timtin.lucene.suggest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.Fields;

/**
 * The phrases of the articles of an index. Those of a segment are read once, from titles,
 * summaries, captions and tags, and dropped with it; those of all segments are merged whenever
 * there are new ones.
 *
 * <p>Memory is bounded: a large segment is read in parts, all parts together keep {@value #MOST}
 * phrases or little more, each its share, and so do the merged ones. Work is bounded: after a merge
 * comes a pause of {@value #PAUSE} times what it took. Safe for many threads, one of which
 * refreshes.
 */
final class ArticlePhrases {
  /** How many phrases are kept. */
  private static final int MOST = 500_000;

  /** However small, a part may keep so many. */
  private static final int MOST_OF_SMALL_PART = 2_000;

  private static final int DOCUMENTS_OF_PART = 1 << 16;

  /** What one article alone has says little, but of few articles it is all there is. */
  private static final int LARGE_PART = 5_000;

  /** A merge of {@value #MOST} phrases takes a second or two. */
  private static final int PAUSE = 10;

  /** What was fresh fades without a write too. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /**
   * The phrases of some segments.
   *
   * @param segments which have been read
   */
  private record Merged(Phrases phrases, Set<Object> segments, Instant end, Duration took) {}

  private final Map<Object, List<PhraseList>> read = new HashMap<>();

  private volatile Merged merged =
      new Merged(
          new Phrases(PhraseList.of(List.of(), 0, Instant.EPOCH)),
          Set.of(),
          Instant.EPOCH,
          Duration.ZERO);

  private volatile boolean isClosed;

  /** Yields the phrases as they were last merged. */
  Phrases current() {
    return merged.phrases();
  }

  /** Whether these are the phrases of all articles of a reader. */
  boolean covers(IndexReader reader) {
    return merged.segments().equals(segmentsOf(reader));
  }

  /** Stops reading. */
  void close() {
    isClosed = true;
  }

  /** Reads the segments of a reader that are not known yet, and forgets those it has not. */
  void refresh(IndexReader reader) throws IOException {
    read.keySet().retainAll(segmentsOf(reader));
    for (LeafReaderContext leaf : reader.leaves()) {
      Object segment = key(leaf.reader());
      if (!isClosed && !read.containsKey(segment)) {
        read.put(segment, read(leaf.reader(), reader.maxDoc()));
        mergeIfDue();
      }
    }
    mergeIfDue();
  }

  private static Set<Object> segmentsOf(IndexReader reader) {
    Set<Object> segments = new HashSet<>();
    reader.leaves().forEach(leaf -> segments.add(key(leaf.reader())));
    return segments;
  }

  private static Object key(LeafReader segment) {
    return segment.getCoreCacheHelper().getKey();
  }

  private void mergeIfDue() {
    Instant now = Instant.now();
    Duration pause = Duration.between(merged.end(), now);
    boolean isDue =
        merged.segments().equals(read.keySet())
            ? pause.compareTo(LONGEST_PAUSE) > 0
            : pause.compareTo(merged.took().multipliedBy(PAUSE)) >= 0;
    if (!isClosed && isDue) {
      List<PhraseList> all = read.values().stream().flatMap(Collection::stream).toList();
      var phrases = new Phrases(PhraseList.merge(all, MOST, now));
      Instant end = Instant.now();
      merged = new Merged(phrases, Set.copyOf(read.keySet()), end, Duration.between(now, end));
    }
  }

  private List<PhraseList> read(LeafReader segment, int documents) throws IOException {
    List<PhraseList> parts = new ArrayList<>();
    for (int first = 0; first < segment.maxDoc(); first += DOCUMENTS_OF_PART) {
      int end = Math.min(segment.maxDoc(), first + DOCUMENTS_OF_PART);
      int share = (int) ((long) MOST * (end - first) / documents);
      parts.add(read(segment, first, end, Math.max(MOST_OF_SMALL_PART, share)));
    }
    return parts;
  }

  private PhraseList read(LeafReader segment, int first, int end, int most) throws IOException {
    Instant now = Instant.now();
    StoredFields stored = segment.storedFields();
    SortedNumericDocValues published = DocValues.getSortedNumeric(segment, Fields.PUBLISHED_AT);
    Bits live = segment.getLiveDocs();
    var counter = new PhraseCounter();
    for (int document = first; document < end && !isClosed; document++) {
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
