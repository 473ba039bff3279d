/**
 * Text in, words out: {@link vn.timtin.words.VietnameseSegmenter} joins the syllables that are one
 * word.
 */
@NullMarked
package vn.timtin.words;

import org.jspecify.annotations.NullMarked;
