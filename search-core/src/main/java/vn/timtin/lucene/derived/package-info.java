/**
 * What is derived from segments in the background, whatever it is: {@link
 * vn.timtin.lucene.derived.Derived}.
 */
package vn.timtin.lucene.derived;
