package claimtrail.query.number;

import java.util.ArrayList;
import java.util.List;

/// A stretch of the log whose postings are added up: one of the shortest, or one made of several of the
/// level below.
///
/// @param level 0 = the shortest
/// @param no from 0, in the order of the log
record Stretch(int level, long no) {

    /// The fewest stretches that hold the first so many of the shortest, and nothing else.
    ///
    /// @param shortest how many of level 0, from the beginning of the log
    /// @param fan how many make one of the next level
    static List<Stretch> upTo(long shortest, int fan) {
        var stretches = new ArrayList<Stretch>();
        var level = 0;
        for (var complete = shortest; complete > 0; complete /= fan) {
            for (var no = complete - complete % fan; no < complete; no++) {
                stretches.add(new Stretch(level, no));
            }
            level++;
        }
        return stretches;
    }

    /// The one of the next level of which this is the last part, if it is: then all parts are there.
    boolean completesNext(int fan) {
        return (no + 1) % fan == 0;
    }

    /// The one of the next level of which this is a part.
    Stretch next(int fan) {
        return new Stretch(level + 1, no / fan);
    }
}
