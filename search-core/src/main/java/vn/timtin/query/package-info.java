/**
 * From a text that a reader typed to what it says: {@link vn.timtin.query.QueryParser} makes a
 * {@link vn.timtin.query.SearchQuery} of any string. What its words mean is not asked here, and no
 * engine is known.
 */
package vn.timtin.query;
