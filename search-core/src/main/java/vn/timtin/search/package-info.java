/**
 * The values that travel: requests in, results with hits out. They are records, checked when they
 * are made; a request is completed with its {@code with…} methods.
 */
package vn.timtin.search;
