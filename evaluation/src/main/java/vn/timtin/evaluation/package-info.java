/**
 * How well is found, and at what cost: judged queries go in, measures come out ({@link
 * vn.timtin.evaluation.Evaluation}), and the cost beside plain Lucene ({@link
 * vn.timtin.evaluation.Benchmark}).
 */
package vn.timtin.evaluation;
