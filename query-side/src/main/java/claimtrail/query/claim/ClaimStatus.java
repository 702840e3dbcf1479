package claimtrail.query.claim;

/// By what claims can be sought. Each word means what the figure of that name counts.
public enum ClaimStatus {
    ALL("true"),
    /// All but duplicates of a known original.
    SUBMITTED("duplicate_on is null"),
    DECIDED("decided_on is not null"),
    /// At the first decision, in full or partly.
    DENIED("first_outcome in ('DENIED', 'PARTLY_DENIED')"),
    APPROVED("first_outcome in ('PAID', 'ZERO_PAID')"),
    PENDING("decided_on is null and duplicate_on is null and withdrawn_on is null"),
    WITHDRAWN("withdrawn_on is not null"),
    REJECTED("rejected_on is not null"),
    DUPLICATE("duplicate_on is not null"),
    /// With a denial that is not over.
    OPEN("open_cents > 0"),
    APPEALED("appeal_state is not null");

    private final String condition;

    ClaimStatus(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
