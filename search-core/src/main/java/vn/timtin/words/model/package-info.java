/**
 * What the segmenter has learnt and how it decides: the {@link vn.timtin.words.model.Tokens} of a
 * text become numbers of the {@link vn.timtin.words.model.Vocabulary}, a {@link
 * vn.timtin.words.model.Stretch} of them has features at each boundary, and the {@link
 * vn.timtin.words.model.Decoder} finds the best words by the weights of the {@link
 * vn.timtin.words.model.WordModel}.
 */
@NullMarked
package vn.timtin.words.model;

import org.jspecify.annotations.NullMarked;
