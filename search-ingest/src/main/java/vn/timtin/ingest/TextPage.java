package vn.timtin.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Article;
import vn.timtin.article.InvalidArticleException;
import vn.timtin.article.PublicationTime;
import vn.timtin.article.UnicodeText;

/**
 * The article in a news page that was scraped as plain text, one block of the page a line.
 *
 * <p>The rules, in the order in which they are applied to the lines that are not blank:
 *
 * <ol>
 *   <li>A <b>paragraph</b> is a line of at least {@value #PARAGRAPH_WORDS} words that ends a
 *       sentence. The body begins with the first paragraph and ends before the first line after it
 *       that opens the site's furniture ({@code Ý kiến bạn đọc}, {@code Tin khác}, a rating, a
 *       footer …).
 *   <li>The <b>date</b> is that of the first short line, outside the paragraphs, that names a day:
 *       {@code Thứ Ba, ngày 11 tháng 8 năm 2020}, {@code 22/11/2023 - 08:15}.
 *   <li>The <b>headline</b> is the line before the date, else the first one after it, else the
 *       first one at all before the body that has at least {@value #HEADLINE_WORDS} words and is
 *       neither a date nor a menu (columns, {@code |}, {@code >}, {@code »}) nor a button.
 *   <li>Between headline and body, and among the paragraphs, shorter lines with a credit ({@code
 *       Ảnh:}) or, before the body, without a sentence end are <b>captions</b>. Where a caption or
 *       the date stands between the first paragraph and the second, the first is the
 *       <b>summary</b>.
 *   <li>The <b>author</b> is the last short line of the body, or the one before it, made of
 *       capitalized words; also the short line of that form before the body.
 *   <li>The <b>source</b> is the host in brackets that opens the first paragraph ({@code
 *       (Thanhuytphcm.vn) –}, which is dropped), else the first bare host in the furniture.
 * </ol>
 */
public final class TextPage {
  private static final int PARAGRAPH_WORDS = 18;
  private static final int HEADLINE_WORDS = 6;
  private static final int SHORT_LINE = 80;

  /** A line that is one of these, or begins with one and goes on after a colon, is furniture. */
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?iu)(?:>>.*"
              + "|(?:ý kiến bạn đọc|ý kiến của bạn|bình luận|tổng lượt bình luận|gửi bình luận"
              + "|tin khác|tin liên quan|tin cùng chuyên mục|tin mới|tin nổi bật|bài liên quan"
              + "|các tin khác|đọc nhiều|xem nhiều|đọc thêm|xem thêm|có thể bạn quan tâm|thông báo"
              + "|từ khóa|từ khoá|tags?|chia sẻ|share|in trang|in bài|gửi email|lưu tin"
              + "|trở lại|về đầu trang|đường dây nóng|hotline|liên hệ|cơ quan chủ quản"
              + "|giấy phép|bản quyền|theo dõi|đăng nhập|trang chủ|refresh|quảng cáo|bạn đọc|lượt xem)"
              + "(?:\\s*(?:[:(\\d].*|.* trên (?:zalo|facebook|google news|youtube).*|quảng cáo.*|thiết lập .*|.{0,20}))?"
              + "|©.*)");

  private static final Pattern MENU = Pattern.compile("\\S(?: {2,}|\\t)\\S| [|>»›] | [•·] ");

  private static final Pattern DAY =
      Pattern.compile(
          "(?iu)\\b(?:(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})"
              + "|(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4}))\\b");
  private static final Pattern TIME = Pattern.compile("\\b([01]?\\d|2[0-3])[:hg]([0-5]\\d)\\b");

  private static final String HOST = "(?:[a-z0-9-]+\\.)+[a-z]{2,10}";
  private static final Pattern SOURCE_PREFIX =
      Pattern.compile("(?i)^\\(\\s*(" + HOST + ")\\s*\\)\\s*[-–—:]*\\s*");
  private static final Pattern BARE_HOST =
      Pattern.compile("(?i)(?<![\\w@./-])(?:https?://)?(?:www\\.)?(" + HOST + ")(?![\\w@])");

  private static final Pattern CREDIT =
      Pattern.compile("(?iuU)\\bảnh\\s*(?:minh họa|minh hoạ)?\\s*:|\\(ảnh[ :)]");
  private static final Pattern BYLINE_LABEL =
      Pattern.compile(
          "(?iu)^(?:bài và ảnh|tin và ảnh|bài, ảnh|tin, ảnh|tác giả|thực hiện)\\s*:\\s*");

  /** Two to six words, each with a capital first letter. */
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}.'’]*(?:(?: | - |, )\\p{Lu}[\\p{L}.'’]*){1,5}");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][”\"’')\\]]*$");
  private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");

  private final List<String> lines;
  private final List<String> captions = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();
  private String summary = "";
  private String author = "";

  private TextPage(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Extracts the article of a page in UTF-8.
   *
   * @throws InvalidArticleException if there is none in it
   * @throws CharacterCodingException if the bytes are not UTF-8
   */
  public static Article extract(byte[] page) throws CharacterCodingException {
    return extract(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page)).toString());
  }

  /**
   * Yields the article that the page holds.
   *
   * @param page the whole text of the page
   * @throws InvalidArticleException if no line of it looks like a headline or a paragraph
   */
  public static Article extract(String page) {
    List<String> lines =
        UnicodeText.normalize(page)
            .replace("\uFEFF", "")
            .lines()
            .map(String::strip)
            .filter(line -> !SPACES.matcher(line).replaceAll("").isEmpty())
            .toList();
    return new TextPage(lines).article();
  }

  private Article article() {
    int bodyStart = indexOfFirstParagraph();
    int bodyEnd = indexOfFurnitureBehind(bodyStart);
    int headline = indexOfHeadline(bodyStart);
    if (headline < 0 && bodyStart == lines.size()) {
      throw new InvalidArticleException(
          "found neither a headline nor a paragraph of "
              + PARAGRAPH_WORDS
              + " words in the page's "
              + lines.size()
              + " lines");
    }
    readIntroduction(headline, bodyStart);
    readBody(bodyStart, bodyEnd);
    Article.Builder article =
        Article.builder()
            .title(headline < 0 ? "" : plain(lines.get(headline)))
            .captions(captions)
            .source(source(bodyEnd))
            .author(author)
            .summary(withoutSource(summary))
            .body(String.join("\n", paragraphs));
    OffsetDateTime published = publishedAt(bodyStart);
    if (published != null) {
      article.publishedAt(published);
    }
    return article.build();
  }

  private int indexOfFirstParagraph() {
    int index = 0;
    while (index < lines.size() && !isParagraph(lines.get(index))) {
      index++;
    }
    return index;
  }

  private int indexOfFurnitureBehind(int bodyStart) {
    int index = Math.min(bodyStart + 1, lines.size());
    while (index < lines.size() && !opensFurniture(index)) {
      index++;
    }
    return index;
  }

  /** Furniture between two paragraphs ({@code Xem thêm: …}) does not end the body. */
  private boolean opensFurniture(int index) {
    if (!isFurniture(lines.get(index))) {
      return false;
    }
    boolean goesOn = index + 1 < lines.size() && isParagraph(lines.get(index + 1));
    return !(goesOn && lines.get(index).startsWith(">>"));
  }

  /** The line before the date or else after it; without a date, the first that can be one. */
  private int indexOfHeadline(int bodyStart) {
    int date = 0;
    while (date < bodyStart && !isDate(lines.get(date))) {
      date++;
    }
    if (date < bodyStart && date > 0 && canBeHeadline(lines.get(date - 1))) {
      return date - 1;
    }
    for (int i = date < bodyStart ? date + 1 : 0; i < bodyStart; i++) {
      if (canBeHeadline(lines.get(i))) {
        return i;
      }
    }
    for (int i = 0; i < Math.min(date, bodyStart); i++) {
      if (canBeHeadline(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean canBeHeadline(String line) {
    return words(line) >= HEADLINE_WORDS && !isMenu(line) && !isFurniture(line) && !isDate(line);
  }

  /** Captions and a byline between the headline and the first paragraph. */
  private void readIntroduction(int headline, int bodyStart) {
    for (String line : lines.subList(Math.min(headline + 1, bodyStart), bodyStart)) {
      if (isDate(line) || isMenu(line) || isFurniture(line)) {
        continue;
      }
      if (isName(line)) {
        author = name(line);
      } else if (headline >= 0 && (words(line) >= HEADLINE_WORDS || isCredited(line))) {
        captions.add(plain(line));
      }
    }
  }

  private void readBody(int bodyStart, int bodyEnd) {
    int lastParagraph = bodyEnd - 1;
    while (lastParagraph >= bodyStart && !isParagraph(lines.get(lastParagraph))) {
      lastParagraph--;
    }
    for (int i = bodyStart; i < bodyEnd; i++) {
      String line = lines.get(i);
      if (isFurniture(line)) {
        continue;
      }
      if (i > lastParagraph && isName(line)) {
        author = name(line);
      } else if (isCredited(line) && !isParagraph(line)) {
        if (!CREDIT.matcher(line).lookingAt()) {
          captions.add(plain(line));
        }
        takeLeadAsSummary();
      } else if (isDate(line)) {
        takeLeadAsSummary();
      } else if (i < lastParagraph || SENTENCE_END.matcher(line).find()) {
        paragraphs.add(plain(paragraphs.isEmpty() ? withoutSource(line) : line));
      }
    }
  }

  private static boolean isCredited(String line) {
    return CREDIT.matcher(line).find();
  }

  private void takeLeadAsSummary() {
    if (paragraphs.size() == 1 && summary.isEmpty() && captions.size() <= 1) {
      summary = paragraphs.removeFirst();
    }
  }

  private String source(int bodyEnd) {
    for (String line : lines) {
      Matcher prefix = SOURCE_PREFIX.matcher(line);
      if (prefix.find()) {
        return host(prefix);
      }
    }
    for (String line : lines.subList(Math.min(bodyEnd, lines.size()), lines.size())) {
      Matcher host = BARE_HOST.matcher(line);
      if (host.find()) {
        return host(host);
      }
    }
    return "";
  }

  private @Nullable OffsetDateTime publishedAt(int bodyStart) {
    List<String> candidates = new ArrayList<>(lines.subList(0, bodyStart));
    lines.subList(bodyStart, lines.size()).stream().limit(4).forEach(candidates::add);
    for (String line : candidates) {
      Matcher day = DAY.matcher(line);
      if (isDate(line) && day.find()) {
        int group = day.group(1) != null ? 1 : 4;
        try {
          LocalDate date =
              LocalDate.of(
                  Integer.parseInt(day.group(group + 2)),
                  Integer.parseInt(day.group(group + 1)),
                  Integer.parseInt(day.group(group)));
          return date.atTime(time(line)).atZone(PublicationTime.VIETNAM).toOffsetDateTime();
        } catch (DateTimeException noDayOfTheCalendar) {
          continue;
        }
      }
    }
    return null;
  }

  private static LocalTime time(String line) {
    Matcher time = TIME.matcher(line);
    return time.find()
        ? LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)))
        : LocalTime.MIDNIGHT;
  }

  private static boolean isParagraph(String line) {
    return words(line) >= PARAGRAPH_WORDS
        && SENTENCE_END.matcher(line).find()
        && !isFurniture(line)
        && !isMenu(line);
  }

  private static boolean isDate(String line) {
    return line.length() <= SHORT_LINE
        && DAY.matcher(line).find()
        && words(DAY.matcher(line).replaceAll("")) <= 8
        && !SENTENCE_END.matcher(line).find();
  }

  private static boolean isMenu(String line) {
    return MENU.matcher(line).find() && !DAY.matcher(line).find();
  }

  private static boolean isFurniture(String line) {
    return FURNITURE.matcher(line).matches();
  }

  private static boolean isName(String line) {
    return line.length() <= 60 && NAME.matcher(name(line)).matches();
  }

  private static String name(String line) {
    return plain(BYLINE_LABEL.matcher(line).replaceFirst(""));
  }

  private static String withoutSource(String line) {
    return SOURCE_PREFIX.matcher(line).replaceFirst("");
  }

  private static String host(Matcher matcher) {
    return matcher.group(1).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  private static String plain(String line) {
    return SPACES.matcher(line).replaceAll(" ").strip();
  }

  private static int words(String line) {
    return SPACES.split(line.strip()).length;
  }
}
