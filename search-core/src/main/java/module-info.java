/**
 * Full-text search for Vietnamese news, to embed in other programs: {@code vn.timtin.index} is
 * where to begin. {@code vn.timtin.analysis} is of use on its own, in Lucene, Solr and OpenSearch.
 */
module vn.timtin.search {
  requires com.fasterxml.jackson.core;
  requires com.github.luben.zstd_jni;
  requires transitive org.apache.lucene.core;
  requires org.apache.lucene.queries;
  requires static transitive org.jspecify;

  exports vn.timtin.analysis;
  exports vn.timtin.article;
  exports vn.timtin.correction;
  exports vn.timtin.index;
  exports vn.timtin.query;
  exports vn.timtin.search;
  exports vn.timtin.words;

  provides org.apache.lucene.codecs.Codec with
      vn.timtin.schema.ArticleCodec;
  provides org.apache.lucene.analysis.CharFilterFactory with
      vn.timtin.analysis.VietnameseCharFilterFactory;
  provides org.apache.lucene.analysis.TokenizerFactory with
      vn.timtin.analysis.VietnameseTokenizerFactory;
  provides org.apache.lucene.analysis.TokenFilterFactory with
      vn.timtin.analysis.SyllablePairFilterFactory,
      vn.timtin.analysis.VietnameseFoldingFilterFactory,
      vn.timtin.analysis.VietnameseNormalizationFilterFactory;
}
