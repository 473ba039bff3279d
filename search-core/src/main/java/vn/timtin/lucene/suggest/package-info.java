/**
 * Typed text in, completions out: {@link vn.timtin.lucene.suggest.Suggester} knows the phrases of
 * the articles and asks the index for headlines.
 */
@NullMarked
package vn.timtin.lucene.suggest;

import org.jspecify.annotations.NullMarked;
