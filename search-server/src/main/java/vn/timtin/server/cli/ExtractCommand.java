package vn.timtin.server.cli;

import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.timtin.article.ArticleJson;
import vn.timtin.ingest.InputException;
import vn.timtin.ingest.InputFile;
import vn.timtin.ingest.TextPage;

/** Shows the article in a page. */
@Command(
    name = "extract",
    description = "Print the article found in a page that was scraped as text, as JSON.",
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the page, or - for standard input")
  private String file;

  @Override
  public Integer call() throws Exception {
    byte[] page;
    try (InputStream in = InputFile.named(file).open()) {
      page = in.readNBytes(ArticleJson.MAX_BYTES + 1);
    }
    if (page.length > ArticleJson.MAX_BYTES) {
      throw new InputException(
          file + " is too large: a page has at most " + ArticleJson.MAX_BYTES + " bytes");
    }
    try {
      System.out.println(
          new String(
              ArticleJson.write(TextPage.extract(page)), java.nio.charset.StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new InputException(file + " is not UTF-8 text");
    }
    return TimtinCommand.DONE;
  }
}
