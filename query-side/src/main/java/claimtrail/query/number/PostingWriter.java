package claimtrail.query.number;

import claimtrail.metric.Posting;
import java.util.List;

/// Keeps what is posted: the ledger, and the totals that are sums of it.
interface PostingWriter {

    /// Writes the postings of a batch.
    void add(List<Posting> postings);
}
