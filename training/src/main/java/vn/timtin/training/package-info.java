/**
 * Text in, models out: the articles of {@link vn.timtin.training.News} become a {@link
 * vn.timtin.training.SyllableStream}, of which all n-grams are weighed ({@link
 * vn.timtin.training.KneserNey}) and the best are kept ({@link vn.timtin.training.Pruning}) and
 * packed ({@link vn.timtin.training.Packing}).
 */
@org.jspecify.annotations.NullMarked
package vn.timtin.training;
