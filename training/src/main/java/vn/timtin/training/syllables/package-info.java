/**
 * The model of syllables: of a {@link vn.timtin.training.syllables.SyllableStream} all n-grams are
 * weighed ({@link vn.timtin.training.syllables.KneserNey}), the best are kept ({@link
 * vn.timtin.training.syllables.Pruning}) and packed ({@link vn.timtin.training.syllables.Packing})
 * together with the {@link vn.timtin.training.syllables.Associations} of words farther apart.
 */
@NullMarked
package vn.timtin.training.syllables;

import org.jspecify.annotations.NullMarked;
