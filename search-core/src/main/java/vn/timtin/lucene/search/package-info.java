/**
 * From a request to its answer, over one point in time of the index: {@link
 * vn.timtin.lucene.search.ArticleSearcher} has the query planned, runs it, and reads the hits.
 */
package vn.timtin.lucene.search;
