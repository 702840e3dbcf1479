package claimtrail.query.proof;

import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.metric.Definition;
import claimtrail.metric.Definition.Window;
import claimtrail.metric.Facets;
import claimtrail.metric.FoldCatalogue;
import claimtrail.metric.Home;
import claimtrail.metric.Posting;
import claimtrail.proof.HistoryBroken;
import claimtrail.proof.Question;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.LogReader;
import claimtrail.query.number.Folds;
import claimtrail.query.web.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns a question into one that needs nothing but the log to be answered.
@Component
final class Questions {

    private final LogReader log;
    private final LogShares shares;

    Questions(LogReader log, LogShares shares) {
        this.log = log;
        this.shares = shares;
    }

    Question of(Asked asked, Definition definition, Facets only) {
        var folds = List.of(Folds.of(asked));
        return new Question(
                definition.id(),
                definition.version(),
                folds,
                asked.practice().id(),
                asked.payer(),
                asked.provider(),
                asked.basis(),
                asked.window().from(),
                asked.window().to(),
                definition.window() == Window.MATURED ? looked(asked.practice().id(), folds, asked.asOf()) : null,
                only,
                asked.asOf());
    }

    /// The kinds of streams that the folds of a question read.
    static List<String> types(Question question) {
        return question.folds().stream()
                .map(fold -> FoldCatalogue.find(fold).orElseThrow().streamType())
                .distinct()
                .toList();
    }

    /// The day on which we look, told by the log alone: today as it was when the position was learnt; for a
    /// practice fed by runs the latest business day.
    private LocalDate looked(UUID practice, List<String> folds, long asOf) {
        var knownAt = log.at(asOf).map(entry -> entry.envelope().recordedAt()).orElse(Instant.EPOCH);
        var registered = registered(practice, asOf);
        if (!registered.simulated()) {
            return LocalDate.ofInstant(knownAt, ZoneId.of(registered.timeZone()));
        }
        var latest = Definition.EVER;
        for (var share : shares.read(practice, List.of("claim"), asOf, () -> new LatestDay(folds, practice))) {
            latest = later(latest, share.latest);
        }
        return latest;
    }

    private PracticeRegistered registered(UUID practice, long asOf) {
        return log.streams(List.of(practice), asOf).stream()
                .map(entry -> entry.read().event())
                .filter(PracticeRegistered.class::isInstance)
                .map(PracticeRegistered.class::cast)
                .findFirst()
                .orElseThrow(() -> new HistoryBroken(asOf, "no fact registers practice " + practice));
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /// Finds the latest business day on which claims moved.
    private static final class LatestDay implements LogShares.Share {

        private final StreamShare streams;
        private final UUID practice;
        private @Nullable LocalDate latest;

        LatestDay(List<String> folds, UUID practice) {
            this.streams = new StreamShare(folds, this::posted);
            this.practice = practice;
        }

        @Override
        public void read(LogEntry entry) {
            streams.read(entry);
        }

        private void posted(Posting posting) {
            var cell = posting.cell();
            if (cell.measure().home() == Home.DAILY && cell.practice().equals(practice)) {
                latest = later(cell.eventDay(), latest);
            }
        }
    }
}
