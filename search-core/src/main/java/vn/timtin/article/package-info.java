/**
 * What is searched: an {@link vn.timtin.article.Article} is a checked value in Unicode NFC, read
 * from and written as JSON by {@link vn.timtin.article.ArticleJson}. Nothing else of the library is
 * known here.
 */
package vn.timtin.article;
