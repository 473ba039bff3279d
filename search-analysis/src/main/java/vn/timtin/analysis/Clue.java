package vn.timtin.analysis;

/**
 * What there is about a token that some rule looks for. Nearly all tokens are words without any, so
 * that no rule is tried.
 */
enum Clue {
  /** It begins with a digit, and goes on as no plain number does. */
  NUMBER,
  /** It is a sign that may begin something: {@code # @ $ + (}. */
  SIGN,
  /** Something joins it to the next token: {@code TP.HCM}, {@code Sa-pa}, {@code U.23}. */
  JOINED,
  /** All its letters are capitals, or it is short and ends with one: {@code UBND}, {@code ThS}. */
  CAPITALS,
  /** It has letters and digits: {@code Q8}. */
  MIXED,
  /** It is short, and a number follows: {@code su 35}. */
  BEFORE_NUMBER,
  /** It begins like a currency and stands after a number: {@code 500 đô la}. */
  AFTER_NUMBER,
  /** It stands after {@code tháng}. */
  AFTER_MONTH,
  /** It has the letters i, v and x alone. */
  ROMAN;

  /** Yields the bit of this clue in a set of them. */
  int bit() {
    return 1 << ordinal();
  }
}
