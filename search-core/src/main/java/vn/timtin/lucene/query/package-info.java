/**
 * From a plan to Lucene's query: {@link vn.timtin.lucene.query.QueryCompiler}. Beside it what
 * scores ({@link vn.timtin.lucene.query.ArticleSimilarity}, {@link
 * vn.timtin.lucene.query.Freshness}) and what only filters ({@link
 * vn.timtin.lucene.query.FilterCompiler}).
 */
package vn.timtin.lucene.query;
