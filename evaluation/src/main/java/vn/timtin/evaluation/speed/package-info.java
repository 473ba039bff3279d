/** How fast texts are analyzed and typed text is completed, run by hand. */
package vn.timtin.evaluation.speed;
