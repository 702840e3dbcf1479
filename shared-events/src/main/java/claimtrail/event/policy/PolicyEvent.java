package claimtrail.event.policy;

import claimtrail.event.DomainEvent;
import claimtrail.event.ExternalId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A payer's or public rule, by version. A published version never changes.
public sealed interface PolicyEvent extends DomainEvent {

    /// A version is in force from a day on.
    ///
    /// @param applies who and when it applies
    /// @param demands what it asks for
    /// @param carcs codes expected on a denial by it
    /// @param asserted figures of the source; no fold reads them
    record PolicyPublished(
            ExternalId number,
            int version,
            String name,
            Mode mode,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable String topic,
            @Nullable String origin,
            List<String> logic,
            Conditions applies,
            Conditions demands,
            List<String> carcs,
            List<String> rarcs,
            @Nullable String description,
            @Nullable String rationale,
            @Nullable String commonMistake,
            @Nullable String fix,
            List<Reference> references,
            List<ExternalId> related,
            @Nullable Map<String, String> asserted)
            implements PolicyEvent {
        public PolicyPublished {
            logic = List.copyOf(logic);
            carcs = List.copyOf(carcs);
            rarcs = List.copyOf(rarcs);
            references = List.copyOf(references);
            related = List.copyOf(related);
        }

        /// The same rule as another version.
        ///
        /// @param own figures of the source
        public PolicyPublished asVersion(int next, LocalDate from, @Nullable Map<String, String> own) {
            return new PolicyPublished(
                    number,
                    next,
                    name,
                    mode,
                    from,
                    effectiveTo,
                    topic,
                    origin,
                    logic,
                    applies,
                    demands,
                    carcs,
                    rarcs,
                    description,
                    rationale,
                    commonMistake,
                    fix,
                    references,
                    related,
                    own);
        }
    }

    /// The rule no longer holds.
    record PolicyRetired(LocalDate retiredOn) implements PolicyEvent {}

    /// Where a rule can be read.
    record Reference(String title, @Nullable String url) {}

    /// What a rule does.
    enum Mode {
        EDIT,
        INFORM,
        ADVISE
    }
}
