package claimtrail.query.claim;

import claimtrail.query.feed.Table;
import java.util.List;
import java.util.stream.Stream;

/// The tables of claims. All but the history are written anew when a claim is touched.
final class ClaimTables {

    static final Table CLAIM = new Table(
            "claim",
            List.of(
                    "claim_id",
                    "practice",
                    "number_source",
                    "number",
                    "provider",
                    "payer",
                    "patient_key",
                    "claim_type",
                    "service_from",
                    "submitted_on",
                    "decided_on",
                    "duplicate_on",
                    "withdrawn_on",
                    "rejected_on",
                    "version",
                    "first_outcome",
                    "outcome",
                    "appeal_state",
                    "charge_cents",
                    "denied_cents",
                    "paid_cents",
                    "open_cents",
                    "recovered_cents",
                    "reason_class",
                    "codes",
                    "modifiers",
                    "patterns",
                    "policies",
                    "run_id",
                    "flags",
                    "sensitivity",
                    "last_position"));

    /// The same with the fact since which it has stood so in lists.
    static final Table CLAIM_SINCE = new Table(
            CLAIM.name(),
            Stream.concat(CLAIM.columns().stream(), Stream.of("since_position")).toList());

    static final Table LINE = new Table(
            "claim_line",
            List.of(
                    "claim_id",
                    "no",
                    "code",
                    "modifiers",
                    "diagnoses",
                    "units",
                    "charge_cents",
                    "service_from",
                    "split"));

    static final Table EPISODE = new Table(
            "denial_episode",
            List.of(
                    "claim_id",
                    "line_no",
                    "payer_sequence",
                    "practice",
                    "provider",
                    "payer",
                    "opened_on",
                    "opened_position",
                    "opened_cents",
                    "reason_class",
                    "primary_reason",
                    "liability",
                    "state",
                    "level",
                    "appealable",
                    "appeal_last_day",
                    "closed_on",
                    "road",
                    "recovered_cents",
                    "awaited_cents",
                    "denials",
                    "won_on",
                    "told_by",
                    "last_position"));

    static final Table APPEAL = new Table(
            "appeal",
            List.of(
                    "claim_id",
                    "appeal_no",
                    "practice",
                    "level",
                    "lines",
                    "filed_on",
                    "day_assumed",
                    "due_on",
                    "outcome",
                    "decided_on",
                    "overturned_cents",
                    "last_position"));

    static final Table HISTORY = new Table("claim_history", List.of("claim_id", "position", "day", "name", "sentence"));

    private ClaimTables() {}
}
