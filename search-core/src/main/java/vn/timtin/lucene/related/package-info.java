/** From an article to a query for others on its subject: its strongest terms. */
package vn.timtin.lucene.related;
