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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a 277CA states: that a claim came back unread. Acceptances and reports are no facts yet.
final class Rejections {

    private Rejections() {}

    static Statement statement(Acknowledgement found, LocalDate received) {
        if (found.outcome() != AcknowledgementOutcome.REJECTED) {
            throw new NotReadable("ACKNOWLEDGED_ONLY", "STC01");
        }
        var codes = found.statuses().stream()
                .filter(status -> status.outcome() == AcknowledgementOutcome.REJECTED)
                .flatMap(status -> status.codes().stream())
                .map(Rejections::reason)
                .distinct()
                .toList();
        var rejectedOn = found.statuses().stream()
                .map(ClaimStatus::on)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(received);
        var cents = found.statuses().stream()
                .map(ClaimStatus::cents)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var name = new ClaimName(
                new ExternalId("277CA", found.accountNumber()),
                false,
                found.serviceFrom(),
                found.serviceTo(),
                cents,
                null,
                found.payerControlNumber());
        var key = Stream.concat(
                        Stream.of(found.accountNumber(), rejectedOn.toString()),
                        codes.stream().map(Reason::code))
                .collect(Collectors.joining("|"));
        return new Statement.RejectionStated(
                name,
                key,
                rejectedOn,
                found.byPayer() ? RejectedBy.PAYER : RejectedBy.CLEARINGHOUSE,
                codes,
                Parties.payer(found.byPayer() ? found.source() : null, null, null));
    }

    private static Reason reason(StatusCode status) {
        var parts = Stream.of(status.category(), status.code(), status.entity())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(":"));
        return new Reason("CLAIM_STATUS", parts);
    }
}
