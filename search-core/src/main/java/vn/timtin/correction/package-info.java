/**
 * Text as it was typed in, text as it was meant out: diacritics that were left out, keystrokes that
 * no input method undid, slips and spaces.
 *
 * <p>{@link vn.timtin.correction.TextCorrector} does all of it, {@link
 * vn.timtin.correction.DiacriticRestorer} the diacritics alone. Both ask what each word may have
 * meant and let a lattice find the most probable whole.
 */
@NullMarked
package vn.timtin.correction;

import org.jspecify.annotations.NullMarked;
