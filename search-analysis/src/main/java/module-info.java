import org.jspecify.annotations.NullMarked;

/**
 * The analysis of Vietnamese text for any program with Lucene: {@code VietnameseAnalyzer} is the
 * whole chain, and each stage is found by its name.
 */
@NullMarked
module vn.timtin.analysis {
  requires transitive org.apache.lucene.core;
  requires static org.jspecify;

  exports vn.timtin.analysis;

  provides org.apache.lucene.analysis.CharFilterFactory with
      vn.timtin.analysis.VietnameseCharFilterFactory;
  provides org.apache.lucene.analysis.TokenizerFactory with
      vn.timtin.analysis.VietnameseTokenizerFactory;
  provides org.apache.lucene.analysis.TokenFilterFactory with
      vn.timtin.analysis.SyllableBigramFilterFactory,
      vn.timtin.analysis.VietnameseFoldingFilterFactory,
      vn.timtin.analysis.VietnameseNormalizationFilterFactory;
}
