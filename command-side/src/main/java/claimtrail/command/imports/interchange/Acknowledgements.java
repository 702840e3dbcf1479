package claimtrail.command.imports.interchange;

import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Statement;
import claimtrail.command.imports.x12.Acknowledgement;
import claimtrail.command.imports.x12.AcknowledgementOutcome;
import claimtrail.command.imports.x12.ClaimStatus;
import claimtrail.command.imports.x12.StatusCode;
import claimtrail.event.ExternalId;
import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a 277CA states: that a claim was received, that it came back unread, or that nobody there can find it.
final class Acknowledgements {

    /// The claim cannot be found: nothing was received, and somebody has to send it again or ask.
    private static final String NOT_FOUND = "A4";

    private Acknowledgements() {}

    static Statement statement(Acknowledgement found, LocalDate received) {
        return switch (found.outcome()) {
            case REJECTED -> rejected(found, received);
            case ACCEPTED -> acknowledged(found, received);
            case REPORTED -> reported(found, received);
        };
    }

    private static Statement reported(Acknowledgement found, LocalDate received) {
        boolean lost = found.statuses().stream()
                .flatMap(status -> status.codes().stream().limit(1))
                .anyMatch(code -> code.category().equals(NOT_FOUND));
        if (lost) {
            throw NotReadable.held("CLAIM_NOT_FOUND_THERE", "STC01");
        }
        return acknowledged(found, received);
    }

    private static Statement acknowledged(Acknowledgement found, LocalDate received) {
        return new Statement.AcknowledgementStated(
                name(found),
                day(found, received),
                by(found),
                codes(found.statuses()),
                Parties.payer(found.byPayer() ? found.source() : null, null, null));
    }

    private static Statement rejected(Acknowledgement found, LocalDate received) {
        var codes = codes(found.statuses().stream()
                .filter(status -> status.outcome() == AcknowledgementOutcome.REJECTED)
                .toList());
        var rejectedOn = day(found, received);
        var key = Stream.concat(
                        Stream.of(found.accountNumber(), rejectedOn.toString()),
                        codes.stream().map(Reason::code))
                .collect(Collectors.joining("|"));
        return new Statement.RejectionStated(
                name(found),
                key,
                rejectedOn,
                by(found),
                codes,
                Parties.payer(found.byPayer() ? found.source() : null, null, null));
    }

    private static ClaimName name(Acknowledgement found) {
        var cents = found.statuses().stream()
                .map(ClaimStatus::cents)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new ClaimName(
                new ExternalId("277CA", found.accountNumber()),
                false,
                found.serviceFrom(),
                found.serviceTo(),
                cents,
                null,
                found.payerControlNumber());
    }

    private static LocalDate day(Acknowledgement found, LocalDate received) {
        return found.statuses().stream()
                .map(ClaimStatus::on)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(received);
    }

    private static RejectedBy by(Acknowledgement found) {
        return found.byPayer() ? RejectedBy.PAYER : RejectedBy.CLEARINGHOUSE;
    }

    private static List<Reason> codes(List<ClaimStatus> statuses) {
        return statuses.stream()
                .flatMap(status -> status.codes().stream())
                .map(Acknowledgements::reason)
                .distinct()
                .toList();
    }

    private static Reason reason(StatusCode status) {
        var parts = Stream.of(status.category(), status.code(), status.entity())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(":"));
        return new Reason("CLAIM_STATUS", parts);
    }
}
