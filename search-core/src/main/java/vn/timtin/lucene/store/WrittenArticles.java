package vn.timtin.lucene.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;
import vn.timtin.article.Article;
import vn.timtin.lucene.query.FilterCompiler;
import vn.timtin.lucene.schema.ArticleDocuments;
import vn.timtin.lucene.schema.StoredArticles;

/**
 * The articles of a generation by their id, as the last write left them: also those that searches
 * do not see yet. Safe for many threads.
 */
final class WrittenArticles implements Closeable {
  /** Stands for a deleted article among those that searches do not see yet. */
  private static final Article DELETED = Article.builder().id("deleted").title("-").build();

  /** Stands for an article that searches see. */
  private static final Article VISIBLE = Article.builder().id("visible").title("-").build();

  private final SearcherManager searchers;
  private final LiveFieldValues<IndexSearcher, Article> live;

  WrittenArticles(SearcherManager searchers) {
    this.searchers = searchers;
    this.live =
        new LiveFieldValues<>(searchers, DELETED) {
          @Override
          protected @Nullable Article lookupFromSearcher(IndexSearcher searcher, String id)
              throws IOException {
            return find(searcher, id).scoreDocs.length == 0 ? null : VISIBLE;
          }
        };
  }

  private static TopDocs find(IndexSearcher searcher, String id) throws IOException {
    Query article =
        new BooleanQuery.Builder()
            .add(new TermQuery(ArticleDocuments.id(id)), Occur.FILTER)
            .add(FilterCompiler.articles(), Occur.FILTER)
            .build();
    return searcher.search(article, 1);
  }

  /** Notes that an article was written. */
  void add(Article article) {
    live.add(article.id(), article);
  }

  /** Notes that an article was deleted. */
  void delete(String id) {
    live.delete(id);
  }

  /** Whether there is an article of this id. */
  boolean contains(String id) throws IOException {
    Article article = live.get(id);
    return article != null && article != DELETED;
  }

  /** Yields the article of this id. */
  Optional<Article> get(String id) throws IOException {
    while (true) {
      Article article = live.get(id);
      if (article == null || article == DELETED) {
        return Optional.empty();
      }
      if (article != VISIBLE) {
        return Optional.of(article);
      }
      Optional<Article> stored = stored(id);
      if (stored.isPresent()) {
        return stored;
      } // else it was deleted since, and that is visible by now
    }
  }

  private Optional<Article> stored(String id) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      TopDocs found = find(searcher, id);
      return found.scoreDocs.length == 0
          ? Optional.empty()
          : Optional.of(StoredArticles.read(searcher.getIndexReader(), found.scoreDocs[0].doc));
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    live.close();
  }
}
