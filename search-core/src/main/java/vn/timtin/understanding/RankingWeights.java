package vn.timtin.understanding;

/**
 * What counts how much in the score of an article.
 *
 * <p>All are factors of a score, or parameters of BM25, without a unit. The defaults were measured;
 * {@code docs/decisions} has the tables, and {@code TuneRanking} of the evaluation makes them anew.
 *
 * @param textK1 how soon another occurrence of a syllable says nothing more (BM25's k1)
 * @param textB how much the length of the text counts for syllables (BM25's b)
 * @param bigramsK1 k1 of bigrams
 * @param bigramsB b of bigrams
 * @param bigram what a bigram counts beside a syllable in a query of few words, and in a small
 *     index
 * @param minBigram what a bigram would count in other queries that says nothing beyond its rarer
 *     half; those that say little are left out
 * @param bigramGain what is added to that if it says all
 * @param rareBigram what a bigram counts at most that is in very few articles: it may be chance
 * @param bigramOfWord by what a bigram is multiplied in other queries if both are of one word
 * @param inARow what all bigrams of a query of few words count once more together
 * @param name what words count that have other names, beside one syllable as rare as all names
 *     together
 * @param otherName what another name counts of that where the words themselves may be others than
 *     those of the name
 * @param slipped what the folded form of a word counts, the exact one the rest of 1, whose
 *     diacritics are probably not what was meant
 * @param typed what a misspelt word counts as it was typed, beside what was meant
 * @param whole what the term of a whole counts, a document number or a date, beside those of its
 *     parts
 * @param asking what a word and its bigrams count that only asks, in a question
 * @param phraseOnTop what a phrase among other words adds to the score of its words
 */
public record RankingWeights(
    float textK1,
    float textB,
    float bigramsK1,
    float bigramsB,
    float bigram,
    float minBigram,
    float bigramGain,
    float rareBigram,
    float bigramOfWord,
    float inARow,
    float name,
    float otherName,
    float slipped,
    float typed,
    float whole,
    float asking,
    float phraseOnTop) {
  /** The weights that searches have. */
  public static final RankingWeights DEFAULT =
      new RankingWeights(
          /* textK1= */ 1.6f,
          /* textB= */ 0.85f,
          /* bigramsK1= */ 1.2f,
          /* bigramsB= */ 0.9f,
          /* bigram= */ 0.2f,
          /* minBigram= */ 0.075f,
          /* bigramGain= */ 0.5f,
          /* rareBigram= */ 0.2f,
          /* bigramOfWord= */ 1.3f,
          /* inARow= */ 0.5f,
          /* name= */ 2,
          /* otherName= */ 0.15f,
          /* slipped= */ 0.5f,
          /* typed= */ 0.3f,
          /* whole= */ 1.25f,
          /* asking= */ 0.1f,
          /* phraseOnTop= */ 0.3f);

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException if one is negative or no number, or a share is more than 1
   */
  public RankingWeights {
    for (float weight :
        new float[] {
          textK1,
          textB,
          bigramsK1,
          bigramsB,
          bigram,
          minBigram,
          bigramGain,
          rareBigram,
          bigramOfWord,
          inARow,
          name,
          otherName,
          slipped,
          typed,
          whole,
          asking,
          phraseOnTop
        }) {
      if (!(weight >= 0 && weight < Float.POSITIVE_INFINITY)) { // so that NaN is none
        throw new IllegalArgumentException("a weight must be a number from 0: " + weight);
      }
    }
    if (textB > 1 || bigramsB > 1 || slipped > 1) {
      throw new IllegalArgumentException("b and slipped must be between 0 and 1");
    }
  }
}
