package claimtrail.metric;

/// The daily tables that sum a measure.
public enum Home {
    /// `practice_daily_metrics` and `provider_performance` together.
    DAILY,
    /// `pattern_daily_metrics`; the facet is the pattern's id.
    PATTERN,
    /// `policy_daily_metrics`; the facet is the policy's id, after `asserted:` where a source said so untested.
    POLICY,
    /// `facet_daily_metrics`; the facet is open.
    FACET
}
