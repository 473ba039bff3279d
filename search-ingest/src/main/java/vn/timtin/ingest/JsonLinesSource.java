package vn.timtin.ingest;

import java.io.IOException;
import java.io.InputStream;

/** An article a line, as JSON. */
record JsonLinesSource() implements ArticleSource {
  @Override
  public void cut(String file, InputStream in, Pieces pieces) throws IOException {
    var lines = new ArticleLines(in, file);
    for (ArticleLines.Line line = lines.next(); line != null; line = lines.next()) {
      pieces.add(line);
    }
  }
}
