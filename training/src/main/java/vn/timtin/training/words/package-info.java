/**
 * The model of words, of sentences segmented by hand and raw news. {@code Corpus}, {@code Bigrams},
 * {@code Embeddings} and {@code PairFeatures} tell what the raw text says about a pair of
 * syllables, {@code Precedents} what the sentences do; {@code PairScorer} makes one score of it;
 * {@code BoundaryTraining} learns to decide by the scores, on sentences that {@code CrossFit} shows
 * as unknown ones.
 */
@NullMarked
package vn.timtin.training.words;

import org.jspecify.annotations.NullMarked;
