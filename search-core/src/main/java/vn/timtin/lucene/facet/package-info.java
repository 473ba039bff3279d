/** Counts over all articles that match, from doc values: facets, days, sites. */
package vn.timtin.lucene.facet;
