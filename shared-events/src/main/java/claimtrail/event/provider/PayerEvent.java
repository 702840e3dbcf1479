package claimtrail.event.provider;

import claimtrail.event.DomainEvent;
import claimtrail.event.ExternalId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The life of a payer: who answers claims.
public sealed interface PayerEvent extends DomainEvent {

    /// A payer becomes known.
    ///
    /// @param aliases other numbers and normalised names under which files speak of it
    record PayerRegistered(ExternalId number, String name, PayerClass payerClass, List<String> aliases)
            implements PayerEvent {
        public PayerRegistered {
            aliases = List.copyOf(aliases);
        }
    }

    /// The deadlines that a payer sets or must keep. Deadlines are only ever data of this kind.
    record PayerTermsSet(List<Term> terms, String termsVersion) implements PayerEvent {
        public PayerTermsSet {
            terms = List.copyOf(terms);
        }
    }

    /// One deadline.
    ///
    /// @param level level of appeal, where the kind is about appeals
    /// @param days 1 or more
    /// @param presumedReceiptDays added where a letter is presumed to arrive later than it was dated
    /// @param effectiveTo first day on which it no longer holds
    record Term(
            Kind kind,
            @Nullable Integer level,
            int days,
            CountsFrom countsFrom,
            int presumedReceiptDays,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable String citation) {

        /// What the deadline is for.
        public enum Kind {
            TIMELY_FILING,
            APPEAL,
            APPEAL_DECISION,
            PROMPT_PAY
        }

        /// From which day it runs.
        public enum CountsFrom {
            SERVICE,
            DECISION,
            RECEIPT
        }
    }

    /// The kind of payer.
    enum PayerClass {
        COMMERCIAL,
        MEDICARE,
        MEDICARE_ADVANTAGE,
        MEDICAID,
        MANAGED_MEDICAID,
        SELF_PAY,
        NOT_STATED
    }
}
