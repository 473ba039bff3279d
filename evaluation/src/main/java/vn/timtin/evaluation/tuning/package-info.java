/** The search for better weights; {@code docs/tuning.md} has what it printed. */
package vn.timtin.evaluation.tuning;
