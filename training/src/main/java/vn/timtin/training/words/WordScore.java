package vn.timtin.training.words;

/** Counts words that begin and end in the same places as words segmented by hand. */
final class WordScore {
  private int right;
  private int all;

  /** Adds a sentence: whether a word goes across the boundary before each token. */
  void add(boolean[] gold, boolean[] ours) {
    boolean sameStart = true;
    for (int i = 0; i < gold.length; i++) {
      if (!ours[i] || !gold[i]) {
        all += (ours[i] ? 0 : 1) + (gold[i] ? 0 : 1);
        sameStart = ours[i] == gold[i];
      }
      boolean end = i + 1 == gold.length || !ours[i + 1];
      boolean goldEnd = i + 1 == gold.length || !gold[i + 1];
      right += sameStart && end && goldEnd ? 1 : 0;
      sameStart &= end == goldEnd;
    }
  }

  /** Yields the harmonic mean of precision and recall. */
  double f1() {
    return 2.0 * right / all;
  }
}
