/**
 * Typed text in, completions out: {@link vn.timtin.suggest.Suggester} knows the phrases of the
 * articles and asks the index for headlines.
 */
@NullMarked
package vn.timtin.suggest;

import org.jspecify.annotations.NullMarked;
