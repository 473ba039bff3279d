/**
 * The library's face: {@link vn.timtin.index.NewsIndex} is where to begin. No engine is named here;
 * the one that is there is found as an {@link vn.timtin.index.IndexEngine}.
 */
package vn.timtin.index;
