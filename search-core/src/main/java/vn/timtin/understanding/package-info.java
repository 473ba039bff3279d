/**
 * From what a query says to what is asked of articles: {@link vn.timtin.understanding.QueryPlanner}
 * makes a {@link vn.timtin.understanding.QueryPlan}, by what is known of the language and, through
 * {@link vn.timtin.understanding.TermStatistics}, of the index. The plan is a value that any engine
 * can run; nobody analyzes the query after that.
 */
package vn.timtin.understanding;
