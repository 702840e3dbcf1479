package claimtrail.metric;

import java.util.List;

/// What one event does to a fold.
///
/// @param standing what the fold now remembers of the stream
/// @param postings what the event adds, in the order of the cells
public record Step<S>(S standing, List<Posting> postings) {
    public Step {
        postings = List.copyOf(postings);
    }
}
