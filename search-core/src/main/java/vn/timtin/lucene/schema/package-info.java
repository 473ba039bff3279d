/**
 * From an article to a document and back: {@link vn.timtin.lucene.schema.Fields} names the fields,
 * {@link vn.timtin.lucene.schema.ArticleDocuments} fills and reads them.
 */
package vn.timtin.lucene.schema;
