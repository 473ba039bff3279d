/**
 * Text in, models out, a command each: {@link vn.timtin.training.News} are the articles that are
 * learnt from.
 */
@NullMarked
package vn.timtin.training;

import org.jspecify.annotations.NullMarked;
