package vn.timtin.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import vn.timtin.article.Article;
import vn.timtin.article.ArticleJson;
import vn.timtin.article.InvalidArticleException;

/** A news page that was scraped as text: the whole input is one article. */
record TextPageSource() implements ArticleSource {
  private static final int BEGINNING = 200;

  @Override
  public void cut(String file, InputStream in, Pieces pieces) throws IOException {
    pieces.add(new Page(file, in.readNBytes(ArticleJson.MAX_BYTES + 1)));
  }

  /** A page in UTF-8. */
  private record Page(String file, byte[] bytes) implements Piece {
    @Override
    public int size() {
      return bytes.length;
    }

    @Override
    public Article article() {
      try {
        return TextPage.extract(bytes);
      } catch (CharacterCodingException e) {
        throw new InvalidArticleException("the text is not UTF-8");
      }
    }

    @Override
    public Reject rejectedFor(String reason) {
      int length = Math.min(bytes.length, BEGINNING);
      return new Reject(file, 1, reason, new String(bytes, 0, length, StandardCharsets.UTF_8));
    }
  }
}
