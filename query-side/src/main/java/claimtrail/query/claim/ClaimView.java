package claimtrail.query.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A claim in a list.
///
/// @param practice the tenant
/// @param number absent when only a decision is known
/// @param firstOutcome absent while it is not decided
/// @param outcome the newest answer that still holds
/// @param deniedCents at the first decision
/// @param run the simulated run that wrote it; absent for a real one
/// @param openCents of denials that are not over
public record ClaimView(
        UUID id,
        UUID practice,
        @Nullable String number,
        @Nullable UUID provider,
        @Nullable String providerName,
        @Nullable UUID payer,
        @Nullable String payerName,
        @Nullable LocalDate serviceFrom,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate decidedOn,
        int version,
        @Nullable String firstOutcome,
        @Nullable String outcome,
        @Nullable String appealState,
        long chargeCents,
        long deniedCents,
        long paidCents,
        long openCents,
        long recoveredCents,
        @Nullable String reasonClass,
        List<String> codes,
        List<String> modifiers,
        List<UUID> patterns,
        List<UUID> policies,
        @Nullable String run,
        List<String> flags,
        long lastPosition) {

    static ClaimView of(ResultSet row) throws SQLException {
        return new ClaimView(
                row.getObject("claim_id", UUID.class),
                row.getObject("practice", UUID.class),
                row.getString("number"),
                row.getObject("provider", UUID.class),
                row.getString("provider_name"),
                row.getObject("payer", UUID.class),
                row.getString("payer_name"),
                row.getObject("service_from", LocalDate.class),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getInt("version"),
                row.getString("first_outcome"),
                row.getString("outcome"),
                row.getString("appeal_state"),
                row.getLong("charge_cents"),
                row.getLong("denied_cents"),
                row.getLong("paid_cents"),
                row.getLong("open_cents"),
                row.getLong("recovered_cents"),
                row.getString("reason_class"),
                List.of((String[]) row.getArray("codes").getArray()),
                List.of((String[]) row.getArray("modifiers").getArray()),
                List.of((UUID[]) row.getArray("patterns").getArray()),
                List.of((UUID[]) row.getArray("policies").getArray()),
                row.getString("run_id"),
                List.of((String[]) row.getArray("flags").getArray()),
                row.getLong("last_position"));
    }
}
