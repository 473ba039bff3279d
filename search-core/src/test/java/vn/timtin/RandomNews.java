package vn.timtin;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.timtin.article.Article;

/** Small random articles of few words, so that what is rare in news happens often. */
public final class RandomNews {
  /** Marked, unmarked, and the same letters with other diacritics. */
  public static final List<String> WORDS =
      List.of("hội", "hoi", "hồi", "nghị", "nghi", "nghỉ", "bão", "báo", "bao", "số", "so", "lũ");

  public static final List<String> SOURCES = List.of("a.example", "b.example", "A.example", "");

  private final Random random;
  private final long seed;

  public RandomNews() {
    this(new Random().nextLong());
  }

  public RandomNews(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  public Random random() {
    return random;
  }

  public <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Words with spaces between them, at most so many, perhaps none. */
  public String text(int max) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(max + 1); i > 0; i--) {
      words.add(oneOf(WORDS) + (random.nextInt(6) == 0 ? "." : ""));
    }
    return String.join(" ", words);
  }

  /** Articles with the ids 0, 1, 2 …; some have no date, some the same. */
  public List<Article> articles(int count) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Article.Builder article =
          Article.builder()
              .id(String.valueOf(i))
              .title(text(3) + " tin")
              .summary(text(4))
              .body(text(12))
              .source(oneOf(SOURCES))
              .category(oneOf(List.of("Thời sự", "thời sự", "Văn hóa", "")));
      if (random.nextInt(5) > 0) {
        article.publishedAt(
            OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
                .plusHours(random.nextInt(60) * 7L));
      }
      articles.add(article.build());
    }
    return articles;
  }

  /** For messages: what makes these articles again. */
  @Override
  public String toString() {
    return "seed " + seed;
  }
}
