package claimtrail.query.web;

import java.util.List;

/// Which part of a long list.
///
/// @param number from 1
/// @param limit rows on it, at most 500
public record Page(int number, int limit) {

    private static final int STANDARD = 20;
    private static final int MOST = 500;

    /// As asked: `page` from 1, `limit` up to 500.
    public static Page of(Parameters given) {
        return new Page(
                given.number("page", 1, Integer.MAX_VALUE).orElse(1L).intValue(),
                given.number("limit", 1, MOST).orElse((long) STANDARD).intValue());
    }

    /// Rows before it.
    public long offset() {
        return (number - 1L) * limit;
    }

    /// The rows on it, of all that there are.
    public <R> List<R> cut(List<R> all) {
        return all.stream().skip(offset()).limit(limit).toList();
    }

    /// Where it stands among all.
    public Pagination of(long total) {
        return new Pagination(total, number, limit, Math.max(1, (total + limit - 1) / limit));
    }

    /// The page's place in the whole list.
    public record Pagination(long total, int page, int limit, long pages) {

        /// Whether there is a page before.
        public boolean hasBefore() {
            return page > 1;
        }

        /// Whether there is a page after.
        public boolean hasAfter() {
            return page < pages;
        }
    }
}
