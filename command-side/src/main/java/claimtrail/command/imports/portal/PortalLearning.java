package claimtrail.command.imports.portal;

import claimtrail.command.imports.json.Fields;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.Statement;
import claimtrail.event.ExternalId;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionKind;
import claimtrail.event.learning.PracticeSessionEvent.Device;
import claimtrail.event.learning.PracticeSessionEvent.Kind;
import claimtrail.event.learning.PracticeSessionEvent.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The portal's user events: sittings and corrections become facts, all other interactions are refused until they are
/// events of ours. The portal names no user and keeps no score.
final class PortalLearning {

    private static final String NOT_STATED = "-";
    private static final int OPEN_SITTINGS = 100_000;
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /// Starts of sittings still without an end, to compare the clock with the duration a client measured.
    private final Map<String, Instant> started = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > OPEN_SITTINGS;
        }
    };

    List<Statement> statements(Fields event, String source, List<Note> notes) {
        var facts = event.objectOrNull("metadata");
        var statement = switch (event.text("type")) {
            case "practice-started" -> started(event, required(facts), source);
            case "practice-completed" -> completed(event, required(facts), source, notes);
            case "correction-applied" -> correction(event, required(facts), source);
            default -> throw new NotReadable("INTERACTION_NOT_CORE", "/type");
        };
        notes.add(Note.warning("USER_NOT_STATED", ""));
        return List.of(statement);
    }

    private static Fields required(@Nullable Fields facts) {
        if (facts == null) {
            throw new NotReadable("REQUIRED_MISSING", "/metadata");
        }
        return facts;
    }

    private Statement started(Fields event, Fields facts, String source) {
        var session = event.text("sessionId");
        var at = event.instant("timestamp");
        started.put(session, at);
        var kind = switch (facts.textOr("practiceType", "guided").toLowerCase(Locale.ROOT)) {
            case "guided" -> Kind.GUIDED;
            case "free-form", "free_form" -> Kind.FREE_FORM;
            default -> throw NotReadable.held("STATUS_UNKNOWN", facts.at("practiceType"));
        };
        return new Statement.SittingStarted(
                new ExternalId(source, session),
                new ExternalId(source, facts.text("patternId")),
                NOT_STATED,
                kind,
                device(event),
                at);
    }

    private Statement completed(Fields event, Fields facts, String source, List<Note> notes) {
        var session = event.text("sessionId");
        var at = event.instant("timestamp");
        var millis = facts.wholeOrNull("duration");
        var begun = started.remove(session);
        if (begun != null && millis != null) {
            var apart = Duration.between(begun, at).minusMillis(millis).abs();
            if (apart.compareTo(TOLERANCE) > 0) {
                notes.add(Note.warning("DURATION_AND_CLOCK_DIFFER", facts.at("duration")));
            }
        }
        notes.add(Note.warning("SCORE_MISSING", ""));
        return new Statement.SittingCompleted(
                new ExternalId(source, session),
                at,
                millis == null ? null : millis / 1000,
                null,
                null,
                facts.wholeOrNull("correctionsCount"));
    }

    private static Statement correction(Fields event, Fields facts, String source) {
        var at = event.instant("timestamp");
        var claim = facts.textOrNull("claimId");
        return new Statement.CorrectionStated(
                new ExternalId(source, event.text("sessionId")),
                new ExternalId(source, facts.text("patternId")),
                NOT_STATED,
                kind(facts.textOr("action", "")),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                at,
                Scope.FUTURE_CLAIMS,
                claim == null ? null : ClaimName.of(source, claim));
    }

    private static CorrectionKind kind(String action) {
        return switch (action.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "added-modifier" -> CorrectionKind.ADD_MODIFIER;
            case "improved-documentation" -> CorrectionKind.ADD_DOCUMENTATION;
            case "updated-auth" -> CorrectionKind.OBTAIN_AUTHORISATION;
            default -> CorrectionKind.OTHER;
        };
    }

    private static @Nullable Device device(Fields event) {
        return switch (event.textOr("deviceType", "").toLowerCase(Locale.ROOT)) {
            case "desktop" -> Device.DESKTOP;
            case "mobile" -> Device.MOBILE;
            case "tablet" -> Device.TABLET;
            default -> null;
        };
    }
}
