package claimtrail.command.reference;

import claimtrail.event.reference.ReferenceEvent;
import java.util.ArrayList;
import java.util.List;

/// What one piece of reference data is to its decider: everything that was ever published under its key.
public sealed interface Reference {

    /// Nothing was published.
    record Unknown() implements Reference {}

    /// Published; each is superseded from the effective day of the next.
    record Published(List<ReferenceEvent> all) implements Reference {
        public Published {
            all = List.copyOf(all);
        }
    }

    /// The data after one more fact.
    static Reference after(Reference reference, ReferenceEvent event) {
        var all = new ArrayList<>(published(reference));
        all.add(event);
        return new Published(all);
    }

    /// Everything published under this key, in the order in which we learnt it.
    static List<ReferenceEvent> published(Reference reference) {
        return switch (reference) {
            case Unknown _ -> List.of();
            case Published it -> it.all();
        };
    }
}
