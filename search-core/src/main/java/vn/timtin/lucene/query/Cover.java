package vn.timtin.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents that have enough of some parts, for several levels of enough in one pass.
 *
 * <p>The parts that most documents have, as far as they are not enough by themselves, are looked at
 * only where a rarer part is: a document without any of the others cannot match (Turtle and Flood,
 * Query Evaluation: Strategies and Optimizations, 1995: MaxScore, with weights that do not depend
 * on the document). {@link CoverWindows} does it.
 */
final class Cover {

  /**
   * A part.
   *
   * @param alternatives any of which a document has that has the part
   * @param amounts how much it is, as {@link Amounts}
   */
  record Part(List<Query> alternatives, long amounts) {
    Part {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * A level.
   *
   * @param min what a document must have, as {@link Amounts}
   * @param enough so many documents of this level and those before are enough
   */
  record Level(long min, int enough) {}

  /**
   * The documents of the first levels that are enough.
   *
   * @param level the last of those levels
   */
  record Covered(int level, FoundArticles articles) {}

  private final List<Part> parts;
  private final List<Level> levels;
  private final IndexSearcher searcher;

  /** How many documents each level has that are at none before. */
  private final int[] sizes;

  /** Of those that are looked for, the last one. */
  private int last;

  private Cover(List<Part> parts, List<Level> levels, IndexSearcher searcher) {
    this.parts = parts;
    this.levels = levels;
    this.searcher = searcher;
    this.sizes = new int[levels.size()];
    this.last = levels.size() - 1;
  }

  /**
   * Yields the documents of the first levels that are enough, if any are.
   *
   * @param levels the strictest first
   */
  static Optional<Covered> find(List<Part> parts, List<Level> levels, IndexSearcher searcher)
      throws IOException {
    return new Cover(parts, levels, searcher).find();
  }

  /** The documents of a segment, and the level of each. */
  private static final class OfLeaf {
    int[] documents = new int[16];
    byte[] levels = new byte[16];
    int size;

    void add(int document, int level) {
      documents = ArrayUtil.grow(documents, size + 1);
      levels = ArrayUtil.grow(levels, size + 1);
      documents[size] = document;
      levels[size++] = (byte) level;
    }

    int[] to(int last) {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        documents[kept] = documents[i];
        kept += levels[i] <= last ? 1 : 0;
      }
      return Arrays.copyOf(documents, kept);
    }
  }

  private Optional<Covered> find() throws IOException {
    List<List<Weight>> weights = new ArrayList<>(parts.size());
    for (Part part : parts) {
      List<Weight> ofPart = new ArrayList<>(part.alternatives().size());
      for (Query alternative : part.alternatives()) {
        ofPart.add(
            searcher.createWeight(searcher.rewrite(alternative), ScoreMode.COMPLETE_NO_SCORES, 1));
      }
      weights.add(ofPart);
    }
    List<OfLeaf> found = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      found.add(find(leaf, weights));
    }
    int size = 0;
    for (int level = 0; level <= last; level++) {
      size += sizes[level];
      if (size >= levels.get(level).enough()) {
        int strictest = level;
        List<int[]> ofLeaves = found.stream().map(ofLeaf -> ofLeaf.to(strictest)).toList();
        return Optional.of(
            new Covered(level, new FoundArticles(searcher.getIndexReader(), ofLeaves)));
      }
    }
    return Optional.empty();
  }

  private OfLeaf find(LeafReaderContext leaf, List<List<Weight>> weights) throws IOException {
    var found = new OfLeaf();
    CoverWindows windows = windows(leaf, weights);
    Bits live = leaf.reader().getLiveDocs();
    while (windows != null && !TimeLimit.isOver(searcher) && windows.next()) {
      for (int i = 0; i < windows.size(); i++) {
        int document = windows.document(i);
        int level = windows.level(i);
        if (level <= last && (live == null || live.get(document))) {
          found.add(document, level);
          sizes[level]++;
        }
      }
      int before = last;
      tighten();
      if (last < before) {
        windows.tighten(last);
      }
    }
    return found;
  }

  /** Once a level has enough, those after it do not count. */
  private void tighten() {
    int size = 0;
    for (int level = 0; level < last; level++) {
      size += sizes[level];
      if (size >= levels.get(level).enough()) {
        last = level;
      }
    }
  }

  /** A part that documents of a segment have. */
  private record FoundPart(List<ScorerSupplier> suppliers, long amounts, long cost) {}

  private @Nullable CoverWindows windows(LeafReaderContext leaf, List<List<Weight>> weights)
      throws IOException {
    List<FoundPart> there = new ArrayList<>(parts.size());
    long all = 0;
    for (int i = 0; i < parts.size(); i++) {
      List<ScorerSupplier> suppliers = new ArrayList<>(weights.get(i).size());
      long cost = 0;
      for (Weight alternative : weights.get(i)) {
        ScorerSupplier supplier = alternative.scorerSupplier(leaf);
        if (supplier != null) {
          suppliers.add(supplier);
          cost += supplier.cost();
        }
      }
      if (!suppliers.isEmpty()) {
        there.add(new FoundPart(suppliers, parts.get(i).amounts(), cost));
        all += parts.get(i).amounts();
      }
    }
    there.sort(Comparator.comparingLong(FoundPart::cost).reversed());
    long[] mins = new long[last + 1];
    Arrays.setAll(mins, level -> levels.get(level).min());
    Set<FoundPart> leading = Collections.newSetFromMap(new IdentityHashMap<>());
    int first = -1;
    for (long min : mins) {
      if (Amounts.has(all, min)) { // else no document of the segment has so much
        first = addLeading(there, min, leading);
      }
    }
    if (first < 0) {
      return null;
    }
    List<FoundPart> others = new ArrayList<>(there);
    others.removeAll(leading);
    // Those of the kind that leads tell most documents apart, and great ones more than small ones.
    int kind = first;
    others.sort(
        Comparator.<FoundPart>comparingInt(part -> Amounts.of(part.amounts(), kind))
            .thenComparingLong(FoundPart::amounts)
            .reversed());
    return new CoverWindows(
        parts(List.copyOf(leading), Having::checked), parts(others, Having::of), mins);
  }

  /** Adds parts one of which a document of a level must have; yields the kind that tells so. */
  private static int addLeading(List<FoundPart> parts, long min, Set<FoundPart> leading) {
    List<FoundPart> cheapest = null;
    int first = -1;
    long least = Long.MAX_VALUE;
    for (int kind = 0; kind < Amounts.KINDS; kind++) {
      if (Amounts.of(min, kind) > 0) {
        List<FoundPart> ofKind = leading(parts, kind, Amounts.of(min, kind));
        long cost = ofKind.stream().mapToLong(FoundPart::cost).sum();
        if (cost < least) {
          cheapest = ofKind;
          first = kind;
          least = cost;
        }
      }
    }
    if (cheapest == null) {
      throw new IllegalArgumentException("documents without any part would match");
    }
    leading.addAll(cheapest);
    return first;
  }

  /** Yields parts of a kind one of which a document must have: the others are not enough. */
  private static List<FoundPart> leading(List<FoundPart> parts, int kind, int min) {
    List<FoundPart> leading = new ArrayList<>();
    int sum = 0;
    for (FoundPart part : parts) {
      int amount = Amounts.of(part.amounts(), kind);
      if (sum + amount >= min && amount > 0) {
        leading.add(part);
      } else {
        sum += amount;
      }
    }
    return leading;
  }

  private static List<CoverWindows.Part> parts(
      List<FoundPart> found, Function<Scorer, Having> documents) throws IOException {
    List<CoverWindows.Part> parts = new ArrayList<>(found.size());
    for (FoundPart part : found) {
      List<Having> alternatives = new ArrayList<>(part.suppliers().size());
      for (ScorerSupplier supplier : part.suppliers()) {
        alternatives.add(documents.apply(supplier.get(Long.MAX_VALUE)));
      }
      parts.add(new CoverWindows.Part(alternatives, part.amounts()));
    }
    return parts;
  }
}
