package claimtrail.command.store;

/// What the appender says about an append.
sealed interface Outcome {

    /// The caller is told.
    record Answer(Appended appended) implements Outcome {}

    /// Another node gave an owner its data key while this append was under way: encrypt again under that key.
    record OtherKey() implements Outcome {}

    /// Which of two objections is told. A key seen before comes first, because the rest follows from the same request
    /// having been written; then a moved stream, because whoever loads it again may want another number.
    static Outcome first(Outcome one, Outcome other) {
        return rank(one) <= rank(other) ? one : other;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case Answer answer ->
                switch (answer.appended()) {
                    case Appended.KeySeen _ -> 0;
                    case Appended.StreamMoved _ -> 1;
                    case Appended.NumberTaken _ -> 2;
                    case Appended.Stored _ -> 4;
                };
            case OtherKey _ -> 3;
        };
    }
}
