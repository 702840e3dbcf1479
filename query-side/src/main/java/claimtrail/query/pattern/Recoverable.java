package claimtrail.query.pattern;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may still come of the denied money of all patterns: of what is at risk all, half or nothing, by the recovery
/// status of each pattern.
///
/// @param id `recoverable.amount`
/// @param text what it means, for an auditor
/// @param value cents; the sum of the parts
/// @param atRiskCents denied money of patterns that was neither overturned nor closed by the end of the day
/// @param parts patterns with anything at risk, the largest amount first
public record Recoverable(
        String id,
        int version,
        String shown,
        String text,
        BigDecimal value,
        String unit,
        long atRiskCents,
        List<Part> parts) {

    /// The name of the figure.
    public static final String ID = "recoverable.amount";

    private static final String TEXT =
            "Denied money of patterns that was neither overturned nor closed by the end of the day: all of it where the"
                    + " pattern's denials can be recovered, half where they can in part, nothing where they cannot."
                    + " A pattern's status is that of its guidance, else that of its class of reasons.";

    /// One pattern.
    ///
    /// @param number absent for one that a detector found
    /// @param recoveryStatus `recoverable`, `partial` or `not_recoverable`
    /// @param cents of what is at risk, what may still come
    /// @param explain where the postings of what is at risk are listed
    public record Part(
            UUID pattern,
            @Nullable String number,
            String title,
            String recoveryStatus,
            long atRiskCents,
            long cents,
            String explain) {}

    static Recoverable of(List<PatternView> patterns) {
        var parts = patterns.stream()
                .filter(it -> it.atRiskCents() != 0)
                .map(Recoverable::part)
                .sorted(Comparator.comparingLong(Part::cents).reversed().thenComparing(Part::pattern))
                .toList();
        return new Recoverable(
                ID,
                1,
                "Recoverable",
                TEXT,
                BigDecimal.valueOf(parts.stream().mapToLong(Part::cents).sum()),
                "cents",
                parts.stream().mapToLong(Part::atRiskCents).sum(),
                parts);
    }

    private static Part part(PatternView it) {
        var explain = it.explain().get("atRiskCents");
        if (explain == null) {
            throw new IllegalStateException("what is at risk is not explained");
        }
        return new Part(
                it.id(),
                it.number(),
                it.title(),
                it.recoveryStatus(),
                it.atRiskCents(),
                it.recoverableCents(),
                explain);
    }
}
