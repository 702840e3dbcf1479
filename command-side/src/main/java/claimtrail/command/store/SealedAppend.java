package claimtrail.command.store;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// An append whose text is encrypted: ready to be written.
record SealedAppend(Append append, List<SealedText> vault) {

    /// A stream that the append writes to.
    ///
    /// @param first sequence of its first event in the append
    record StreamStart(UUID stream, long first) {}

    /// What the append adds to the size of its group: events, and a little for anything else.
    int weight() {
        return 1 + append.events().size();
    }

    /// The streams it writes to.
    ///
    /// @throws NotStorable if the events of a stream do not follow each other
    List<StreamStart> starts() {
        var byStream = append.events().stream().collect(Collectors.groupingBy(NewEvent::streamId));
        return byStream.entrySet().stream()
                .map(it -> {
                    var first = it.getValue().getFirst().sequence();
                    for (var i = 0; i < it.getValue().size(); i++) {
                        if (it.getValue().get(i).sequence() != first + i) {
                            throw new NotStorable("the events of stream " + it.getKey() + " do not follow each other");
                        }
                    }
                    return new StreamStart(it.getKey(), first);
                })
                .toList();
    }
}
