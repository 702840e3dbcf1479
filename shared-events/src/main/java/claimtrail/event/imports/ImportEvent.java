package claimtrail.event.imports;

import claimtrail.event.DomainEvent;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One file of one practice, taken in once.
public sealed interface ImportEvent extends DomainEvent {

    /// Reading begins. A crash leaves it here; starting again resumes, because every record is idempotent.
    ///
    /// @param sha256 over the unpacked bytes, 64 hexadecimal digits
    /// @param profile the mapping profile of a table, else the reader's name
    /// @param interchange sender, ISA13, GS06, ST02 of the first transaction set
    record ImportStarted(
            String sha256,
            long bytes,
            Format format,
            String profile,
            String parserVersion,
            LocalDate receivedOn,
            @Nullable String interchange)
            implements ImportEvent {}

    /// Something about one record, or once for the file.
    ///
    /// @param place segment number, row or JSON pointer
    /// @param from first byte
    /// @param to the byte after the last
    /// @param field element or JSON pointer
    record RecordNoted(
            String place,
            long from,
            long to,
            Severity severity,
            String code,
            @Nullable String field,
            @Nullable UUID claim)
            implements ImportEvent {}

    /// The whole file is read: read = stored + seen before + held + refused.
    ///
    /// @param codes how often each code was noted, also beyond the limit of kept warnings
    record ImportCompleted(
            int read,
            int stored,
            int seenBefore,
            int held,
            int refused,
            int warnings,
            Map<String, Integer> codes,
            int events,
            long millis)
            implements ImportEvent {
        public ImportCompleted {
            codes = Map.copyOf(codes);
        }
    }

    /// The same bytes, or the same transaction sets in other bytes, came again.
    record ImportSeenAgain(int transactionSets) implements ImportEvent {}

    /// A person judged a held record.
    record RecordJudged(
            String place,
            Verdict verdict,
            LocalDate on,
            @Nullable UUID reason) implements ImportEvent {}

    /// What the file was read as.
    enum Format {
        X12_835,
        X12_837,
        X12_277CA,
        FHIR_EOB,
        CSV,
        PORTAL_JSON,
        OWN_JSON
    }

    /// REFUSED: nothing was stored. HELD: waits for a person. WARNING: stored, but something is doubtful.
    enum Severity {
        REFUSED,
        HELD,
        WARNING
    }

    /// What becomes of a held record.
    enum Verdict {
        ACCEPTED,
        DISCARDED
    }
}
