/**
 * Why an article was found: {@link vn.timtin.highlight.ArticleHighlighter} looks for the words of a
 * plan in the stored text and picks the sentences that show the most of them, as ranges of the
 * text.
 */
package vn.timtin.highlight;
