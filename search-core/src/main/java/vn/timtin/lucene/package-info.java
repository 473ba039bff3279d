/**
 * The index on one machine, in Lucene: opening ({@link vn.timtin.lucene.LuceneEngine}), building
 * anew ({@link vn.timtin.lucene.IndexBuilder}), checking ({@link vn.timtin.lucene.IndexCheck}) and
 * going back ({@link vn.timtin.lucene.IndexHistory}). The rooms behind it are not for users.
 */
package vn.timtin.lucene;
