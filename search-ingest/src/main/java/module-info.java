import org.jspecify.annotations.NullMarked;

/** Articles out of files: {@code ArticleInput} reads them in batches, whatever their format. */
@NullMarked
module vn.timtin.ingest {
  requires com.github.luben.zstd_jni;
  requires static org.jspecify;
  requires transitive vn.timtin.search;

  exports vn.timtin.ingest;
}
