package vn.timtin.lucene.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import vn.timtin.analysis.TextToken;
import vn.timtin.analysis.VietnameseAnalyzer;
import vn.timtin.analysis.VietnameseAnalyzer.Form;
import vn.timtin.article.Article;
import vn.timtin.lucene.schema.KeywordValue;
import vn.timtin.query.ArticlePart;
import vn.timtin.query.SearchQuery.Published;
import vn.timtin.understanding.IndexTerm;
import vn.timtin.understanding.QueryPlan;
import vn.timtin.understanding.QueryPlan.Asked;
import vn.timtin.understanding.QueryPlan.Step;
import vn.timtin.understanding.QueryPlan.Word;
import vn.timtin.understanding.Zone;

/** Says by the texts of articles alone, without an index, which of them a plan finds. */
final class PlanOracle {
  private final List<OfArticle> articles;

  PlanOracle(List<Article> articles) {
    this.articles = articles.stream().map(OfArticle::new).toList();
  }

  /** Yields the ids of the articles that have what is asked for. */
  TreeSet<String> found(Asked asked) {
    return articles.stream()
        .filter(article -> article.has(asked))
        .map(article -> article.article.id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Looked for once: each article is asked for it. */
  private final Map<QueryPlan.Found, Set<String>> found = new IdentityHashMap<>();

  /** Yields the ids of the articles of the first levels that are enough. */
  private Set<String> found(QueryPlan.Found asked) {
    Set<String> known = found.get(asked);
    if (known == null) {
      known = ofFirstLevels(asked.levels());
      found.put(asked, known);
    }
    return known;
  }

  /** Levels of the same parts count together, others each on its own. */
  private Set<String> ofFirstLevels(List<QueryPlan.Level> levels) {
    Set<String> found = new TreeSet<>();
    List<QueryPlan.Part> parts = List.of();
    for (QueryPlan.Level level : levels) {
      List<QueryPlan.Part> these =
          level.needed() instanceof QueryPlan.Cover cover ? cover.parts() : List.of();
      if (these.isEmpty() || !these.equals(parts)) {
        found.clear();
      }
      parts = these;
      for (OfArticle article : articles) {
        if (article.needs(level.needed())) {
          found.add(article.article.id());
        }
      }
      if (found.size() >= level.enough()) {
        return found;
      }
    }
    return Set.of();
  }

  private final class OfArticle {
    private final Article article;
    private final Map<ArticlePart, List<TextToken>> parts = new EnumMap<>(ArticlePart.class);

    OfArticle(Article article) {
      this.article = article;
      parts.put(ArticlePart.TITLE, words(article.title()));
      parts.put(ArticlePart.SUMMARY, words(article.summary()));
      parts.put(ArticlePart.BODY, words(article.body()));
    }

    private static List<TextToken> words(String text) {
      return VietnameseAnalyzer.words(text);
    }

    private boolean needs(QueryPlan.Needed needed) {
      return switch (needed) {
        case Asked asked -> has(asked);
        case QueryPlan.Cover cover ->
            sum(cover, QueryPlan.Amounts::syllables) >= cover.min().syllables()
                && sum(cover, QueryPlan.Amounts::bigrams) >= cover.min().bigrams()
                && sum(cover, QueryPlan.Amounts::words) >= cover.min().words();
      };
    }

    private int sum(QueryPlan.Cover cover, ToIntFunction<QueryPlan.Amounts> kind) {
      return cover.parts().stream()
          .filter(part -> part.alternatives().stream().anyMatch(this::has))
          .mapToInt(part -> kind.applyAsInt(part.amounts()))
          .sum();
    }

    boolean has(Asked asked) {
      return switch (asked) {
        case QueryPlan.Everything everything -> true;
        case QueryPlan.Nothing nothing -> false;
        case QueryPlan.Term term -> has(term.term());
        case QueryPlan.AllOf all -> all.terms().stream().allMatch(this::has);
        case QueryPlan.Found levels -> found(levels).contains(article.id());
        case QueryPlan.TermWithin within ->
            parts.get(within.part()).stream().anyMatch(is(within.term().term()));
        case QueryPlan.Beginning beginning ->
            anyBegins(zone(beginning.beginning()), beginning.beginning());
        case QueryPlan.BeginningWithin beginning ->
            anyBegins(parts.get(beginning.part()), beginning.beginning());
        case QueryPlan.InARow row ->
            row.parts().stream().anyMatch(part -> hasRow(parts.get(part), row.row()));
        case QueryPlan.Property property ->
            KeywordValue.key(property.keyword().of(article))
                .equals(KeywordValue.key(property.value()));
        case QueryPlan.PublishedThen then -> isPublished(then.when());
        case QueryPlan.Best best -> best.alternatives().stream().anyMatch(this::has);
        case QueryPlan.Weighted weighted -> has(weighted.asked());
        case QueryPlan.Combined combined -> has(combined);
      };
    }

    private boolean has(QueryPlan.Combined combined) {
      boolean anyOptional = combined.optional().stream().anyMatch(this::has);
      boolean anyMust = !combined.required().isEmpty() || !combined.filters().isEmpty();
      return combined.required().stream().allMatch(this::has)
          && combined.filters().stream().allMatch(this::has)
          && combined.excluded().stream().noneMatch(this::has)
          && (anyOptional || (anyMust && !combined.needsOptional()));
    }

    private boolean has(IndexTerm term) {
      return term.form() == Form.BIGRAMS
          ? zones(term).stream().anyMatch(text -> bigrams(text).contains(term.text()))
          : zone(term).stream().anyMatch(is(term));
    }

    private List<List<TextToken>> zones(IndexTerm term) {
      return term.zone() == Zone.TITLE
          ? List.of(parts.get(ArticlePart.TITLE))
          : List.copyOf(parts.values());
    }

    private List<TextToken> zone(IndexTerm term) {
      List<TextToken> all = new ArrayList<>();
      zones(term).forEach(all::addAll);
      return all;
    }

    private static Set<String> bigrams(List<TextToken> text) {
      Set<String> bigrams = new HashSet<>();
      for (int i = 1; i < text.size(); i++) {
        if (text.get(i - 1).formsBigramWith(text.get(i))) {
          bigrams.add(text.get(i - 1).folded() + " " + text.get(i).folded());
        }
      }
      return bigrams;
    }

    private static Predicate<TextToken> is(IndexTerm term) {
      return token ->
          (term.form() == Form.EXACT ? token.exact() : token.folded()).equals(term.text());
    }

    private static boolean anyBegins(List<TextToken> text, IndexTerm beginning) {
      return text.stream()
          .map(token -> beginning.form() == Form.EXACT ? token.exact() : token.folded())
          .anyMatch(word -> word.startsWith(beginning.text()));
    }

    private static boolean hasRow(List<TextToken> text, List<Step> row) {
      for (int start = 0; start + row.size() <= text.size(); start++) {
        boolean all = true;
        for (int i = 0; i < row.size(); i++) {
          all &= matches(text.get(start + i), (Word) row.get(i));
        }
        if (all) {
          return true;
        }
      }
      return false;
    }

    private static boolean matches(TextToken token, Word word) {
      return word.readings().stream()
          .anyMatch(
              reading ->
                  (reading.anyDiacritics() ? token.folded() : token.exact())
                      .equals(reading.text()));
    }

    private boolean isPublished(Published when) {
      return article.publishedAt() != null
          && (when.from() == null || !article.publishedAt().toInstant().isBefore(when.from()))
          && (when.to() == null || article.publishedAt().toInstant().isBefore(when.to()));
    }
  }
}
