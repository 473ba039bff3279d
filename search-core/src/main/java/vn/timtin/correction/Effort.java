package vn.timtin.correction;

/** How hard the most probable text is looked for. */
enum Effort {
  /** As far as it pays: for text that stays. */
  THOROUGH(24, 9, true),
  /** As fast as possible, for what is asked once: half the time, and a syllable of 400 worse. */
  QUICK(8, 6, false);

  /** How many paths are followed at most. */
  final int paths;

  /** How much worse than the best one a path may be, as a logarithm. */
  final float worst;

  /** Whether words farther away are asked. */
  final boolean asksAssociations;

  Effort(int paths, float worst, boolean asksAssociations) {
    this.paths = paths;
    this.worst = worst;
    this.asksAssociations = asksAssociations;
  }
}
