import org.jspecify.annotations.NullMarked;

/**
 * Full-text search for Vietnamese news, to embed in other programs: {@code vn.timtin.index} is
 * where to begin.
 */
@NullMarked
module vn.timtin.search {
  requires com.fasterxml.jackson.core;
  requires transitive org.apache.lucene.core;
  requires org.apache.lucene.queries;
  requires static transitive org.jspecify;
  requires transitive vn.timtin.analysis;

  exports vn.timtin.article;
  exports vn.timtin.correction;
  exports vn.timtin.index;
  exports vn.timtin.lucene;
  exports vn.timtin.query;
  exports vn.timtin.search;
  exports vn.timtin.words;

  uses vn.timtin.index.IndexEngine;

  provides vn.timtin.index.IndexEngine with
      vn.timtin.lucene.LuceneEngine;
  provides org.apache.lucene.codecs.Codec with
      vn.timtin.lucene.codec.ArticleCodec;
}
