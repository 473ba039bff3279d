package vn.timtin.understanding;

import java.util.List;
import java.util.Set;
import vn.timtin.article.Keyword;
import vn.timtin.query.ArticlePart;
import vn.timtin.query.SearchQuery.Published;
import vn.timtin.search.Matched;
import vn.timtin.search.QueryInterpretation;

/**
 * What a query asks for, as a value: an engine runs it, the sender is told of it, the highlighter
 * looks for it. Nobody else analyzes the query.
 *
 * @param asked what an article must and may have
 * @param interpretation what the query was taken for, term by term
 * @param words what of it can be shown in a text
 * @param said the words of the query that an article may lack, in their order
 */
public record QueryPlan(
    Asked asked, QueryInterpretation interpretation, AskedWords words, List<Said> said) {
  /** Copies the list. */
  public QueryPlan {
    said = List.copyOf(said);
  }

  /**
   * A word of the query.
   *
   * @param typed what of the query it is
   * @param syllables an article that has the word has one alternative of each
   */
  public record Said(String typed, List<List<Asked>> syllables) {
    /** Copies the lists. */
    public Said {
      syllables = syllables.stream().map(List::copyOf).toList();
    }
  }

  /** What is asked of an article. */
  public sealed interface Asked extends Needed {}

  /** Every article has it; it scores nothing. */
  public record Everything() implements Asked {}

  /** No article has it. */
  public record Nothing(String reason) implements Asked {}

  /**
   * A term.
   *
   * @param weight by which its score is multiplied
   */
  public record Term(IndexTerm term, float weight) implements Asked {}

  /**
   * All of these terms, in place of words that were typed.
   *
   * @param weight by which their score is multiplied
   */
  public record AllOf(List<IndexTerm> terms, float weight) implements Asked {
    /** Copies the list. */
    public AllOf {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A term in one part of the text, which has no field of its own.
   *
   * @param term of the whole text, which scores
   */
  public record TermWithin(ArticlePart part, Term term) implements Asked {}

  /**
   * The articles of the first level on which enough are, in the whole index, ranked by something
   * else.
   *
   * @param ranked what scores, whether or not it is there
   * @param levels the strictest first; the last one takes what there is
   */
  public record Found(Asked ranked, List<Level> levels) implements Asked {
    /** Copies the list. */
    public Found {
      levels = List.copyOf(levels);
    }
  }

  /**
   * What an article must have. Where levels that follow each other are covers of the same parts, an
   * article of one of them is one of the next too.
   *
   * @param matched how much of the query that is
   * @param enough how many articles of the index must have it, so that others are no answers
   */
  public record Level(Matched matched, Needed needed, int enough) {}

  /** What an article of a level has. */
  public sealed interface Needed {}

  /**
   * How much of a query something is.
   *
   * @param syllables how much they say
   * @param bigrams how much the syllables side by side say
   * @param words how many words there are, and syllables of them side by side
   */
  public record Amounts(int syllables, int bigrams, int words) {}

  /**
   * A part of a whole.
   *
   * @param alternatives any of which an article has that has the part
   */
  public record Part(List<Asked> alternatives, Amounts amounts) {
    /** Copies the list. */
    public Part {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * Parts of which an article must have enough; and it scores nothing.
   *
   * @param min what those that an article has must be together
   */
  public record Cover(List<Part> parts, Amounts min) implements Needed {
    /** Copies the list. */
    public Cover {
      parts = List.copyOf(parts);
    }
  }

  /** A term that begins with the text of this one, anywhere in its zone. */
  public record Beginning(IndexTerm beginning) implements Asked {}

  /** A term that begins so in one part of the text; it scores nothing. */
  public record BeginningWithin(ArticlePart part, IndexTerm beginning) implements Asked {}

  /**
   * Words in a row.
   *
   * @param parts where, all of them for anywhere
   */
  public record InARow(Set<ArticlePart> parts, List<Step> row) implements Asked {
    /** Copies the collections. */
    public InARow {
      parts = Set.copyOf(parts);
      row = List.copyOf(row);
    }
  }

  /** What stands at a place of a row. */
  public sealed interface Step {}

  /** One word, in any of these readings. */
  public record Word(String exact, List<Reading> readings) implements Step {
    /** Copies the list. */
    public Word {
      readings = List.copyOf(readings);
    }

    /** A word that is written so and not otherwise. */
    public static Word exactly(String word) {
      return new Word(word, List.of(new Reading(word, false)));
    }
  }

  /** Words in a row, or another name of what they mean. */
  public record Named(List<Word> typed, List<List<String>> otherNames) implements Step {
    /** Copies the lists. */
    public Named {
      typed = List.copyOf(typed);
      otherNames = List.copyOf(otherNames);
    }
  }

  /**
   * How a word may be written.
   *
   * @param anyDiacritics whether the text is a folded one that stands for all its marked forms
   */
  public record Reading(String text, boolean anyDiacritics) {}

  /** A property has this value; it scores nothing. */
  public record Property(Keyword keyword, String value) implements Asked {}

  /** It was published then; it scores nothing. */
  public record PublishedThen(Published when) implements Asked {}

  /** One of these, whichever scores most. */
  public record Best(List<Asked> alternatives) implements Asked {
    /** Copies the list. */
    public Best {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** As asked, its score multiplied. */
  public record Weighted(Asked asked, float weight) implements Asked {}

  /**
   * A combination: all of the required ones score, as do the optional ones.
   *
   * @param required all must be there
   * @param filters all must be there, and score nothing
   * @param optional the more are there, the better
   * @param excluded none may be there
   * @param needsOptional whether one of the optional ones must be there beside those that are
   *     required
   */
  public record Combined(
      List<Asked> required,
      List<Asked> filters,
      List<Asked> optional,
      List<Asked> excluded,
      boolean needsOptional)
      implements Asked {
    /** Copies the lists. */
    public Combined {
      required = List.copyOf(required);
      filters = List.copyOf(filters);
      optional = List.copyOf(optional);
      excluded = List.copyOf(excluded);
    }

    /** Asks for any of these, the more the better. */
    public static Combined anyOf(List<? extends Asked> optional) {
      return new Combined(List.of(), List.of(), List.copyOf(optional), List.of(), false);
    }

    /** Asks for all of these. */
    public static Combined allOf(Asked... required) {
      return new Combined(List.of(required), List.of(), List.of(), List.of(), false);
    }
  }
}
