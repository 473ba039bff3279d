package vn.timtin.analysis;

import static vn.timtin.analysis.CanonicalTerms.date;
import static vn.timtin.analysis.CanonicalTerms.dayOfYear;
import static vn.timtin.analysis.CanonicalTerms.digits;
import static vn.timtin.analysis.CanonicalTerms.fold;
import static vn.timtin.analysis.CanonicalTerms.host;
import static vn.timtin.analysis.CanonicalTerms.isCentral;
import static vn.timtin.analysis.CanonicalTerms.isGrouped;
import static vn.timtin.analysis.CanonicalTerms.joined;
import static vn.timtin.analysis.CanonicalTerms.lower;
import static vn.timtin.analysis.CanonicalTerms.month;
import static vn.timtin.analysis.CanonicalTerms.monthNumber;
import static vn.timtin.analysis.CanonicalTerms.number;
import static vn.timtin.analysis.CanonicalTerms.roman;
import static vn.timtin.analysis.CanonicalTerms.strip;
import static vn.timtin.analysis.CanonicalTerms.tag;
import static vn.timtin.analysis.CanonicalTerms.year;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A kind of token that is not a word, in one row: what it looks like, and the terms by which it is
 * found.
 *
 * <p>A kind is either <i>one token</i>, whose first term takes the place of the text ({@code
 * 1.200.000} is {@code 1200000}), further ones standing at the same place; or <i>a whole of
 * parts</i>, which stay tokens of their own ({@code 11/8/2020} is 11, 8 and 2020), the terms of the
 * whole ({@code 2020-08-11}, {@code 2020-08} …) standing at the place of the first. Terms of wholes
 * are written without diacritics, so that they are the same however a query is typed.
 *
 * <p>The first row that matches is taken. Text is as {@link VietnameseCharFilter} gives it: {@code
 * -} is the only dash, {@code '} the only apostrophe.
 *
 * @param type the type of its tokens
 * @param clues what its first token has, one of these at least
 * @param pattern matched at the beginning of a token; where it has a group named {@code rest}, the
 *     rows are tried again from there on
 * @param isOneToken whether the terms take the place of the text
 * @param terms of what was matched, by {@link CanonicalTerms}; none means that it is nothing of
 *     this kind
 */
record TokenRule(
    String type,
    Set<Clue> clues,
    Pattern pattern,
    boolean isOneToken,
    Function<MatchResult, List<String>> terms) {

  /** What patterns name in braces; ␣ is a space that does not end what belongs together. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("␣", "[ \u00A0]"),
          Map.entry("{day}", "(0?[1-9]|[12]\\d|3[01])"),
          Map.entry("{month}", "(0?[1-9]|1[0-2])"),
          Map.entry("{year}", "((?:1[89]|20)\\d\\d)"),
          Map.entry(
              "{number}",
              "(\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,3}(?:,\\d{3}){2,}(?:\\.\\d+)?"
                  + "|\\d{1,3}(?:\u00A0\\d{3})+(?:,\\d+)?|\\d{1,3}(?: \\d{3}){2,}"
                  + "|\\d+,\\d+|\\d+\\.\\d+|\\d+)"),
          Map.entry("{numberEnd}", "(?![.,]?\\d)"),
          Map.entry("{end}", "(?![\\p{L}\\p{N}])"),
          Map.entry("{capital}", "[\\p{Lu}&&[^\\p{IsCyrillic}]]"),
          Map.entry("{name}", "(?=\\p{Lu}[\\p{Ll}'])"),
          Map.entry(
              "{topLevel}",
              "(?:vn|com|net|org|edu|gov|info|biz|asia|eu|us|uk|fr|de|jp|cn|kr|ru|io|tv|me|co|int"
                  + "|mil|name|pro|xyz|online|news|app|dev|ai|tk|cc|la|kh|th|sg|my|id|au|ca|in)"),
          // types of documents as they stand in numbers
          Map.entry(
              "{document}",
              "(n[đd]|q[đd]|qy[đd]|tt|ttlt|ct|nq|nqlt|kl|kh|hd|bc|cv|tb|tt?r|qc|pl|l|lct|c[đd]|tl"
                  + "|yc|gm|ctr)"));

  /** All kinds, the more special ones first. */
  static final List<TokenRule> ALL = new ArrayList<>();

  // ------------------------------------------------------------------ addresses

  static {
    address(
        "<EMAIL>",
        "(?<![\\p{L}\\d][._+-])([\\p{L}\\d][\\p{L}\\d._+-]{0,63}+)"
            + "@((?:[A-Za-z0-9-]+\\.){1,8}[A-Za-z]{2,}){end}",
        m -> {
          List<String> terms = new ArrayList<>();
          terms.add(lower(m.group()));
          terms.add(lower(m.group(1)));
          terms.addAll(host(m.group(2)));
          return terms;
        });
    address(
        "<HOST>",
        "(?<![A-Za-z0-9][.-])(?:https?://)?(?:www\\.)?"
            + "((?:[A-Za-z0-9][A-Za-z0-9-]*+\\.){1,8}{topLevel})(?![\\p{L}\\p{N}]|\\.\\p{Ll})",
        m -> host(m.group(1)));
    // #ChungTayChongDich, #chong_dich
    one(
        "<HASHTAG>",
        Clue.SIGN,
        "#(?=[\\p{L}\\d_]*\\p{L})([\\p{L}\\d_]{2,100})",
        m -> tag(m.group(1)));
    one("<HANDLE>", Clue.SIGN, "@([\\p{L}\\d_.]*[\\p{L}\\d_])", m -> tag(m.group(1)));
  }

  // ------------------------------------------------------------------ documents and codes

  static {
    // 102-KL/TW, 19/NQ-TW, 55 - NQ / TW, 100/2019/NĐ-CP, 214-kl/tu, 15/2012/QH13
    whole(
        "<DOCUMENT_NUMBER>",
        Clue.NUMBER,
        "(?iu)0*(\\d{1,5})(?:/{year})?␣?[-/ ]␣?(?<rest>{document}(?:␣?[-/]␣?|(?<=nq|ct"
            + "|kl|q[đd])␣)(t\\.?[ưu]|[\\p{L}]{2,10}\\d{0,3}(?:-\\p{L}{2,10}){0,3})){end}",
        m -> {
          String type = fold(m.group(4));
          String issuer = isCentral(m.group(5)) ? "tw" : joined(fold(m.group(5)));
          String number = m.group(1);
          List<String> terms = new ArrayList<>();
          if (m.group(2) != null) {
            terms.add(number + "-" + m.group(2) + "-" + type + "-" + issuer);
            terms.add(number + "/" + m.group(2));
          } else {
            terms.add(number + "-" + type + "-" + issuer);
          }
          terms.add(type + "-");
          if (issuer.equals("tu")) {
            terms.add("tu."); // thành ủy, tỉnh ủy: nowhere else
          }
          return terms;
        });
    whole(
        "<DOCUMENT_NUMBER>",
        Clue.NUMBER,
        "(?i)0*(\\d{1,5})/{year}/(?<rest>(qh|ubtvqh|pl-ubtvqh)(\\d\\d?)){end}",
        m ->
            List.of(
                m.group(1) + "-" + m.group(2) + "-" + fold(m.group(4)) + m.group(5),
                m.group(1) + "/" + m.group(2)));
    // TCVN 8421:2010, TCVN8421, QCVN 41:2019/BGTVT, ISO 9001:2015
    whole(
        "<STANDARD>",
        EnumSet.of(Clue.BEFORE_NUMBER, Clue.CAPITALS, Clue.MIXED),
        "(?i)(tcvn|qcvn|tcxdvn|tcxd|tcn|iso|iec|astm)(?:/iec)?[ \u00A0-]?(\\d{2,6})"
            + "(?:[:-]{year})?{end}",
        m -> {
          String code = fold(m.group(1)) + m.group(2);
          return m.group(3) == null ? List.of(code) : List.of(code, code + ":" + m.group(3));
        });
    // 51A-432.83, 30A - 279.99, 29B 069.56
    one(
        "<PLATE>",
        Clue.NUMBER,
        "(\\d\\d\\p{Alpha}\\d?)(?: ?- ?| )(?:(\\d{3})\\.?(\\d{2})|(\\d{4})){end}",
        m -> {
          String series = fold(m.group(1));
          String number = m.group(4) == null ? m.group(2) + m.group(3) : m.group(4);
          return List.of(series + number, series);
        });
  }

  // ------------------------------------------------------------------ dates and times

  static {
    whole(
        "<DATE>",
        Clue.NUMBER,
        "{year}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]){end}",
        m -> date(m.group(3), m.group(2), m.group(1)));
    whole(
        "<DATE>",
        Clue.NUMBER,
        "{day}(?:([/.-]){month}\\2{year}|␣-␣{month}␣-␣{year}){end}",
        m ->
            m.group(2) != null
                ? date(m.group(1), m.group(3), m.group(4))
                : date(m.group(1), m.group(5), m.group(6)));
    whole(
        "<DATE>",
        Clue.NUMBER,
        "{day}/{month}/(\\d\\d){end}",
        m -> date(m.group(1), m.group(2), year(m.group(3))));
    whole(
        "<DATE>",
        Clue.NUMBER,
        "(?iu){day}␣th[áa]ng␣{month}(?:,?␣n[ăa]m␣|[/-]|␣-␣){year}{end}",
        m -> date(m.group(1), m.group(2), m.group(3)));
    // quý 3/2020, quý 3-2020, quý 3 năm 2020: before the months
    whole(
        "<DATE>",
        Clue.NUMBER,
        "(?iu)(?<=qu[ýyíi]␣)([1-4])(?:␣?[/-]␣?|␣n[ăa]m␣){year}{end}",
        m -> List.of(m.group(2) + "q" + m.group(1)));
    // tháng 8/2020, tháng 8-2020, tháng 8 năm 2020, 8/2020
    whole(
        "<DATE>",
        Clue.NUMBER,
        "(?iu)(?:{month}/{year}|(?<=th[áa]ng␣){month}(?:␣?-␣?|,?␣n[ăa]m␣){year}){end}",
        m ->
            m.group(1) != null
                ? List.of(month(m.group(1), m.group(2)), strip(m.group(1)) + "/" + m.group(2))
                : List.of(month(m.group(3), m.group(4))));
    // tháng Tám năm 2020: the word is a token, the month in digits beside it
    whole(
        "<DATE>",
        Clue.AFTER_MONTH,
        "(?iu)(?<=th[áa]ng␣)(hai|ba|tư|sáu|bảy|tám|chín|mười(?: một| hai)?|(?-i:Năm))"
            + "(?:,?␣năm␣{year}|/{year})?{end}",
        m -> {
          int month = monthNumber(m.group(1));
          String year = m.group(2) != null ? m.group(2) : m.group(3);
          return year == null
              ? List.of(String.valueOf(month))
              : List.of(String.valueOf(month), month(String.valueOf(month), year));
        });
    // quý III/2020, quý III năm 2020, Q3/2020
    whole(
        "<DATE>",
        Clue.ROMAN,
        "(?iu)(?<=qu[ýyíi]␣)(iv|i{1,3})(?:␣?[/-]␣?|␣n[ăa]m␣){year}{end}",
        m -> {
          int quarter = roman(m.group(1));
          return List.of(m.group(2) + "q" + quarter, String.valueOf(quarter));
        });
    whole(
        "<DATE>",
        Clue.MIXED,
        "(?i)q([1-4])[/-]{year}{end}",
        m -> List.of(m.group(2) + "q" + m.group(1)));
    // 2016-2020, 2016 – 2020, 2016 đến 2020
    whole(
        "<PERIOD>",
        Clue.NUMBER,
        "{year}(?:␣?-␣?|␣đến␣){year}{end}",
        m -> List.of(m.group(1) + "-" + m.group(2)));
    // Nghị định 100/2019
    whole(
        "<DOCUMENT_NUMBER>",
        Clue.NUMBER,
        "0*(\\d{1,5})/{year}{end}",
        m -> List.of(m.group(1) + "/" + m.group(2)));
    // 14h30, 14g30, 14:30, 14 giờ 30 (phút), 14h30'
    one(
        "<TIME>",
        Clue.NUMBER,
        "(?iu)([01]?\\d|2[0-4])(?:[hg:]|(␣gi[ờo]␣))([0-5]\\d)(?:'|␣?ph[úu]t|ph|p)?"
            + "(?![\\p{L}\\p{N}:])",
        m -> {
          String minutes = m.group(3).equals("00") ? "" : m.group(3);
          String time = strip(m.group(1)) + "h" + minutes;
          return m.group(2) == null ? List.of(time) : List.of(time, "giờ");
        });
    one(
        "<TIME>",
        Clue.NUMBER,
        "(?i)([01]?\\d|2[0-4])h{end}",
        m -> List.of(strip(m.group(1)) + "h"));
    whole(
        "<TIME>",
        Clue.NUMBER,
        "(?iu)([01]?\\d|2[0-4])␣gi[ờo]{end}",
        m -> List.of(strip(m.group(1)) + "h"));
    // ngày 7/11, 7-11, 7 tháng 11
    whole(
        "<DATE>",
        Clue.NUMBER,
        "(?iu){day}(?:[/-]{month}(?![-/.,]?\\d)|␣th[áa]ng␣{month}){end}",
        m -> List.of(dayOfYear(m.group(1), m.group(2) != null ? m.group(2) : m.group(3))));
  }

  // ------------------------------------------------------------------ numbers

  static {
    // 0938 221 226, 028.3829.1234, +84 938 221 226, (028) 3829 1234, 1900 1560
    one(
        "<PHONE>",
        Clue.NUMBER,
        "0\\d{1,3}(?:[ .-]\\d{3,4}){2}{end}|1[89]00[ .]\\d{4,6}{end}|0\\d{2,3}[ .-]\\d"
            + "{7,8}{end}",
        m -> List.of(digits(m.group())));
    one(
        "<PHONE>",
        Clue.SIGN,
        "\\+84(?:[ .-]?\\d){9,10}{end}",
        m -> List.of("0" + digits(m.group()).substring(2)));
    one(
        "<PHONE>",
        Clue.SIGN,
        "\\(0\\d{1,3}\\)[ .-]?\\d{3,4}[ .-]?\\d{3,4}{end}",
        m -> List.of(digits(m.group())));
    // 7,5%, 7,5 %, 7,5 phần trăm
    one(
        "<PERCENT>",
        Clue.NUMBER,
        "{number}(?=␣?%|(?iu:␣ph[ầa]n␣tr[ăa]m{end}))",
        m -> List.of(number(m.group(1)), number(m.group(1)) + "%"));
    // 1.2.3 and 192.168.0.1 are no numbers
    one(
        "<CODE>",
        Clue.NUMBER,
        "\\d+(?:\\.\\d+){2,}{end}",
        m -> isGrouped(m.group()) ? List.of() : List.of(m.group()));
    one("<NUMBER>", Clue.NUMBER, "{number}{numberEnd}", m -> List.of(number(m.group(1))));
    // $100
    one("<CURRENCY>", Clue.SIGN, "\\$(?=␣?\\d)", m -> List.of("usd"));
    one("<CURRENCY>", Clue.SIGN, "(?<=\\d␣?)\\$", m -> List.of("usd"));
    one("<CURRENCY>", Clue.SIGN, "€", m -> List.of("euro"));
    one("<CURRENCY>", Clue.SIGN, "₫", m -> List.of("đồng"));
    one("<CURRENCY>", Clue.JOINED, "(?i)us\\$", m -> List.of("usd"));
    // 500.000đ, 500.000 VNĐ
    one(
        "<CURRENCY>",
        Clue.AFTER_NUMBER,
        "(?iu)(?<=\\d␣?)(đ|vnđ|vnd){end}",
        m -> List.of("đồng", lower(m.group(1))));
    whole(
        "<CURRENCY>",
        Clue.AFTER_NUMBER,
        "(?iu)(?<=\\d␣?)(đô[- ]?la(?:␣mỹ)?){end}",
        m -> List.of("usd"));
    one("<CURRENCY>", Clue.AFTER_NUMBER, "(?i)(?<=\\d␣?)eur{end}", m -> List.of("euro", "eur"));
  }

  // ------------------------------------------------------------------ abbreviations

  static {
    // T.Ư, TW, and TƯ where capitals mean something
    one(
        "<INITIALISM>",
        EnumSet.of(Clue.JOINED, Clue.CAPITALS),
        "(?:T\\.[ƯU]|TW){end}",
        m -> List.of("tw"));
    one("<INITIALISM>", Clue.CAPITALS, "TƯ{end}(?!␣\\p{Lu}{2})", m -> List.of("tw", "tư"));
    one("<INITIALISM>", Clue.JOINED, "(?i)t\\.ư{end}", m -> List.of("tw"));
    // TP.HCM, TP. HCM, PGS.TS, N.T.H., U.S.
    whole(
        "<INITIALISM>",
        Clue.JOINED,
        "((?:(?:{capital}{1,4}|Tp|Ths|ThS)\\.)+|(?:TP|Tp|PGS|GS|TS)\\. )({capital}"
            + "{1,5})(?!\\p{L})",
        m -> List.of(joined(m.group())));
    whole(
        "<INITIALISM>",
        Clue.JOINED,
        "(?i)(?:tp\\.|pgs\\.|gs\\.|ts\\.)+\\p{L}{2,4}(?!\\p{L})",
        m -> List.of(joined(m.group())));
    // GD-ĐT, GD&ĐT, VH,TT&DL, GD - ĐT
    whole(
        "<INITIALISM>",
        EnumSet.of(Clue.JOINED, Clue.CAPITALS),
        "({capital}{1,6}(?:(?:,|␣?(?:-|&(?:amp;)?)␣?){capital}{1,6}){1,4})(?!\\p{L})",
        m -> List.of(joined(m.group(1))));
    // Q.8, P.Bến Nghé, TX. Thuận An: the abbreviation that is meant has a dot after it
    whole(
        "<ABBREVIATION>",
        Clue.JOINED,
        "(?iu)(q|p|h|x|đ|tp|tx|tt|kp|ql|tl)\\.␣?(?-i:(?=\\p{Lu}|\\d))",
        m -> List.of(lower(m.group(1)) + "."));
    // Q8, P12, QL1A, KP 3: letters and number part
    whole(
        "<ABBREVIATION>",
        EnumSet.of(Clue.MIXED, Clue.CAPITALS),
        "(?i)([qp])(?=\\d{1,2}(?!\\d|\\p{L}))|(?i)(ql|tl|kp)␣?(?=\\d)",
        m -> List.of(lower(m.group()).strip().replace("\u00A0", "") + "."));
    decided("(TS|Ts|GS|BS|LS|KS|ThS|Ths)(?:\\.?␣?){name}");
    decided(
        "(CA)(?=␣(?:TP|TX|T[Xx]\\.|TT|Tp|[QHPX]\\.|[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Pp]hường"
            + "|[Xx]ã|[Tt]hị|[Tt]hành))");
    decided("(SN)(?=␣{year})");
    decided("(?<=TNHH␣)(MTV){end}");
    decided("(?<=(?:[Cc]ông ty|CTY|TM)␣)(CP){end}");
    decided("(ĐT)(?=␣(?:Việt Nam|VN|nữ|nam|U-?\\d))");
    decided("(TT|TX)(?=␣\\p{Lu}\\p{Ll})");
    decided(
        "(BCT|BKS|BN|BTC|BTV|BV|CĐ|CĐT|CNC|CSB|DN|ĐD|ĐH|ĐTM|EU|FED|GD|GĐ|GV|HCM|HN|HS"
            + "|HSG|LĐ|MC|NTM|PV|SG|SV|TNMT|TQ|TTCP|VĐL|WB|XD|DH|CDT|LD){end}");
    // Syllables and English words: capitals say something only where not all is in capitals
    decided("(AI|IT|VAT|WHO){end}(?!␣\\p{Lu}{2})");
  }

  // ------------------------------------------------------------------ compounds

  static {
    // U-23, U.23, Su-57, Covid-19, B - 52, B -52
    one(
        "<CODE>",
        EnumSet.of(Clue.JOINED, Clue.CAPITALS),
        "(?:([A-Za-z]{1,6})[-.]|(\\p{Upper}{1,3})␣?-␣?)"
            + "(\\d{1,4}[A-Za-z]?)(?![\\p{L}\\p{N}]|[-/.]\\d)",
        m -> {
          String letters = lower(m.group(1) != null ? m.group(1) : m.group(2));
          String number = lower(m.group(3));
          return List.of(letters + number, letters, number);
        });
    // U 23, Su 35: the letters and the number, and both as one code
    whole(
        "<CODE>",
        Clue.BEFORE_NUMBER,
        "(?i)([ufgha]|su|mig|mh|covid)␣(\\d{1,3}[a-z]?)(?![\\p{L}\\p{N}]|[-/.,:]\\d)",
        m -> List.of(lower(m.group(1)) + lower(m.group(2))));
    // khóa XIV, thế kỷ XXI, Thế chiến II
    one("<NUMBER>", Clue.ROMAN, "([IVX]{2,7}){end}(?!␣\\p{Lu}{2})", m -> numeral(m.group(1)));
    one(
        "<NUMBER>",
        Clue.ROMAN,
        "(?iu)(?<=(?:kh[óo]a|kho[áa]|k[ỳy]|th[ứu]|k[ỷy]|h[ộo]i|qu[ýyíi]|ch[ưu][ơo]ng"
            + "|ph[ầa]n|v[ùu]ng|lo[ạa]i|h[ạa]ng|c[ấa]p)␣)([ivx]{1,7}){end}",
        m -> numeral(m.group(1)));
    // Cư M'gar, H'Hen
    one(
        "<SYLLABLE>",
        Clue.JOINED,
        "(\\p{L}{1,20})'(\\p{L}{1,20}){end}",
        m -> List.of(lower(m.group(1)) + lower(m.group(2)), lower(m.group(1)), lower(m.group(2))));
    // Sa-pa, vắc-xin, e-mail, Kim Jong-un
    whole(
        "<COMPOUND>",
        Clue.JOINED,
        "(\\p{L}{1,12}(?:(?:-|&(?:amp;)?)\\p{L}{1,12}){1,6}){end}",
        m -> List.of(joined(m.group(1))));
  }

  private static Pattern compile(String pattern) {
    String whole = pattern;
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      whole = whole.replace(part.getKey(), part.getValue());
    }
    return Pattern.compile(whole);
  }

  /** An address may begin with a letter or a digit. */
  private static void address(
      String type, String pattern, Function<MatchResult, List<String>> terms) {
    one(type, EnumSet.of(Clue.NUMBER, Clue.JOINED, Clue.MIXED), pattern, terms);
  }

  private static void one(
      String type, Clue clue, String pattern, Function<MatchResult, List<String>> terms) {
    one(type, EnumSet.of(clue), pattern, terms);
  }

  private static void one(
      String type, Set<Clue> clues, String pattern, Function<MatchResult, List<String>> terms) {
    ALL.add(new TokenRule(type, clues, compile(pattern), true, terms));
  }

  private static void whole(
      String type, Clue clue, String pattern, Function<MatchResult, List<String>> terms) {
    whole(type, EnumSet.of(clue), pattern, terms);
  }

  private static void whole(
      String type, Set<Clue> clues, String pattern, Function<MatchResult, List<String>> terms) {
    ALL.add(new TokenRule(type, clues, compile(pattern), false, terms));
  }

  /** An abbreviation that its capitals and neighbours decide. */
  private static void decided(String pattern) {
    whole("<ABBREVIATION>", Clue.CAPITALS, pattern, m -> List.of(lower(m.group(1)) + "."));
  }

  /** A numeral and its value, nothing where the letters are none. */
  private static List<String> numeral(String letters) {
    int number = roman(letters);
    return number == 0 ? List.of() : List.of(lower(letters), String.valueOf(number));
  }
}
