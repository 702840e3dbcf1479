package claimtrail.event;

import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.imports.ImportEvent;
import claimtrail.event.learning.PracticeSessionEvent;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.policy.PolicyEvent;
import claimtrail.event.provider.PayerEvent;
import claimtrail.event.provider.PracticeEvent;
import claimtrail.event.provider.ProviderEvent;
import claimtrail.event.reference.ReferenceEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stable names and versions of all events. Nothing is stored under a class name.
public final class EventCatalogue {

    /// One shape that may stand in the log.
    ///
    /// @param name such as `claim.denied`
    /// @param version from 1; a new need is a new version beside the old
    /// @param streamType the kind of stream in which it stands
    public record Entry(String name, int version, String streamType, Class<? extends DomainEvent> type) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("claim.submitted", 1, "claim", ClaimEvent.ClaimSubmitted.class),
            new Entry("claim.inferred", 1, "claim", ClaimEvent.ClaimInferred.class),
            new Entry("claim.replaced", 1, "claim", ClaimEvent.ClaimReplaced.class),
            new Entry("claim.voided", 1, "claim", ClaimEvent.ClaimVoided.class),
            new Entry("claim.rejected", 1, "claim", ClaimEvent.ClaimRejected.class),
            new Entry("claim.acknowledged", 1, "claim", ClaimEvent.ClaimAcknowledged.class),
            new Entry("claim.approved", 1, "claim", ClaimEvent.ClaimApproved.class),
            new Entry("claim.denied", 1, "claim", ClaimEvent.ClaimDenied.class),
            new Entry("claim.payment-reversed", 1, "claim", ClaimEvent.PaymentReversed.class),
            new Entry("claim.appealed", 1, "claim", ClaimEvent.AppealFiled.class),
            new Entry("claim.overturned", 1, "claim", ClaimEvent.DenialOverturned.class),
            new Entry("claim.upheld", 1, "claim", ClaimEvent.DenialUpheld.class),
            new Entry("claim.appeal-withdrawn", 1, "claim", ClaimEvent.AppealWithdrawn.class),
            new Entry("claim.episode-closed", 1, "claim", ClaimEvent.EpisodeClosed.class),
            new Entry("claim.screened", 1, "claim", ClaimEvent.ClaimScreened.class),
            new Entry("claim.denial-linked", 1, "claim", ClaimEvent.DenialLinked.class),
            new Entry("pattern.detected", 1, "pattern", PatternEvent.PatternDetected.class),
            new Entry("pattern.baseline-fixed", 1, "pattern", PatternEvent.BaselineFixed.class),
            new Entry("pattern.status-changed", 1, "pattern", PatternEvent.StatusChanged.class),
            new Entry("pattern.guidance-set", 1, "pattern", PatternEvent.GuidanceSet.class),
            new Entry("pattern.action-recorded", 1, "pattern", PatternEvent.ActionRecorded.class),
            new Entry("policy.published", 1, "policy", PolicyEvent.PolicyPublished.class),
            new Entry("policy.retired", 1, "policy", PolicyEvent.PolicyRetired.class),
            new Entry("practice.registered", 1, "practice", PracticeEvent.PracticeRegistered.class),
            new Entry("provider.registered", 1, "provider", ProviderEvent.ProviderRegistered.class),
            new Entry("payer.registered", 1, "payer", PayerEvent.PayerRegistered.class),
            new Entry("payer.terms-set", 1, "payer", PayerEvent.PayerTermsSet.class),
            new Entry("practice-session.started", 1, "practice-session", PracticeSessionEvent.PracticeStarted.class),
            new Entry(
                    "practice-session.completed", 1, "practice-session", PracticeSessionEvent.PracticeCompleted.class),
            new Entry(
                    "practice-session.correction-applied",
                    1,
                    "practice-session",
                    PracticeSessionEvent.CorrectionApplied.class),
            new Entry("reason.classified", 1, "reference", ReferenceEvent.ReasonClassified.class),
            new Entry("code.published", 1, "reference", ReferenceEvent.CodePublished.class),
            new Entry("definition.published", 1, "reference", ReferenceEvent.DefinitionPublished.class),
            new Entry("setting.changed", 1, "reference", ReferenceEvent.SettingChanged.class),
            new Entry("mapping-profile.published", 1, "reference", ReferenceEvent.MappingProfilePublished.class),
            new Entry("import.started", 1, "import", ImportEvent.ImportStarted.class),
            new Entry("import.record-noted", 1, "import", ImportEvent.RecordNoted.class),
            new Entry("import.completed", 1, "import", ImportEvent.ImportCompleted.class),
            new Entry("import.seen-again", 1, "import", ImportEvent.ImportSeenAgain.class),
            new Entry("import.record-judged", 1, "import", ImportEvent.RecordJudged.class));

    private static final Map<String, Entry> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<? extends DomainEvent>, Entry> BY_TYPE = new LinkedHashMap<>();

    static {
        for (var entry : ENTRIES) {
            BY_NAME.put(address(entry.name(), entry.version()), entry);
            BY_TYPE.put(entry.type(), entry);
        }
    }

    private EventCatalogue() {}

    /// All shapes, in the order of the catalogue's pages.
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /// The shape of an event.
    ///
    /// @throws IllegalArgumentException if its type is not in the catalogue: it must not be written
    public static Entry of(DomainEvent event) {
        var entry = BY_TYPE.get(event.getClass());
        if (entry == null) {
            throw new IllegalArgumentException("not in the catalogue: " + event.getClass());
        }
        return entry;
    }

    /// The shape stored under a name and version; empty when this program is older than the log.
    public static Optional<Entry> find(String name, int version) {
        return Optional.ofNullable(BY_NAME.get(address(name, version)));
    }

    private static String address(String name, int version) {
        return name + ' ' + version;
    }
}
