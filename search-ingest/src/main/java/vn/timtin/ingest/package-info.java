/**
 * From files to articles: an {@link vn.timtin.ingest.ArticleInput} finds the format of each file,
 * lets its {@link vn.timtin.ingest.ArticleSource} cut it into pieces, and parses these on many
 * threads. What is no article comes out as a {@link vn.timtin.ingest.Reject} that names file and
 * line.
 */
package vn.timtin.ingest;
