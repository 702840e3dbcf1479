package claimtrail.query.claim;

import claimtrail.query.feed.Row;
import claimtrail.query.feed.Then;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a claim stands in lists: the columns by which it is sought and sorted, and from which fact to which.
final class ClaimStandings {

    /// The columns, of `claim` and of `claim_was`.
    static final List<String> COLUMNS = List.of(
            "claim_id",
            "practice",
            "number",
            "provider",
            "payer",
            "service_from",
            "submitted_on",
            "decided_on",
            "duplicate_on",
            "withdrawn_on",
            "rejected_on",
            "first_outcome",
            "appeal_state",
            "charge_cents",
            "denied_cents",
            "open_cents",
            "reason_class",
            "codes",
            "patterns",
            "policies",
            "run_id");

    static final String INSERT = "insert into read_model.claim_was (since_position, until_position, "
            + String.join(", ", COLUMNS) + ") values (?, ?" + ", ?".repeat(COLUMNS.size()) + ")";

    private static final int[] PLACES =
            COLUMNS.stream().mapToInt(ClaimTables.CLAIM.columns()::indexOf).toArray();

    private ClaimStandings() {}

    /// Where claims stand as they stood at the position `:asOf`: as now, as before, or as read from the log. Each
    /// is a source of rows `c` with its condition. No claim was known then that was sent after the day `:latest`:
    /// that only spares the index those that came later.
    ///
    /// @param then may hold claims of which it is not known since when they have stood as they do
    static List<String> sources(Then then) {
        return List.of(
                "read_model.claim c where c.since_position <= :asOf and c.submitted_on <= :latest",
                "read_model.claim c where c.since_position <= :asOf and c.submitted_on is null",
                "read_model.claim_was c where int8range(c.since_position, c.until_position) @> :asOf",
                then.of(ClaimTables.CLAIM) + " c where c.since_position is null and c.last_position <= :asOf");
    }

    /// What new facts change.
    ///
    /// @param since the fact by which the claim came to stand as it does now; null where that is not known
    /// @param before rows of `claim_was`, as the parameters of [#INSERT]
    record Changes(@Nullable Long since, List<Object[]> before) {}

    /// What the new facts of a life change, one after the other.
    ///
    /// @param since of how it stood before them; null where that is not known, or it did not exist
    static Changes of(ClaimLife life, @Nullable Long since) {
        var facts = life.facts();
        var known = facts.size() - life.fresh();
        if (known > 0 && since == null) {
            return new Changes(null, List.of());
        }
        var before = new ArrayList<Object[]>();
        var stood = known == 0 ? null : standing(life.upTo(known));
        var from = since;
        for (int count = known + 1; count <= facts.size(); count++) {
            var stands = standing(count == facts.size() ? life : life.upTo(count));
            if (!Arrays.deepEquals(stood, stands)) {
                var position = facts.get(count - 1).envelope().position();
                if (stood != null && from != null) {
                    before.add(row(from, position, stood));
                }
                stood = stands;
                from = position;
            }
        }
        return new Changes(from, before);
    }

    private static Object[] row(long since, long until, @Nullable Object[] stood) {
        var row = new ArrayList<@Nullable Object>(Row.of(since, until));
        row.addAll(Arrays.asList(stood));
        return row.toArray();
    }

    private static @Nullable Object[] standing(ClaimLife life) {
        var values = ClaimRow.of(life);
        return Arrays.stream(PLACES).mapToObj(values::get).toArray();
    }
}
