/**
 * From a text to terms: {@link vn.timtin.analysis.VietnameseAnalyzer} is the whole chain, and each
 * stage has a factory by which Lucene, Solr, OpenSearch and Elasticsearch find it. Text of any
 * Unicode form goes in; terms come out in one of three forms, with offsets into the text as it was
 * given.
 */
package vn.timtin.analysis;
