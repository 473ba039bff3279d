/** From an article to others on its subject: by its strongest terms, then compared with it. */
package vn.timtin.lucene.related;
