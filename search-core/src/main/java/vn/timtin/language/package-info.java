/**
 * What is known of Vietnamese as it is written: {@link vn.timtin.language.SyllableModel} says how
 * probable a syllable is in its text. Models are learnt by programs of the project and come with
 * the library; {@link vn.timtin.language.ModelFile} is what their files have in common.
 */
@NullMarked
package vn.timtin.language;

import org.jspecify.annotations.NullMarked;
