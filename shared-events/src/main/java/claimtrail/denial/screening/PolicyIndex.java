package claimtrail.denial.screening;

import claimtrail.denial.bill.CodeSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Policies by the codes they are written for, so that a line meets only those that may apply to it. Immutable;
/// made once per state of the rulebook.
public final class PolicyIndex {

    private static final PolicyIndex EMPTY = new PolicyIndex(List.of());

    private final List<PolicyVersion> all;
    private final Map<String, List<PolicyVersion>> byCode = new HashMap<>();

    /// Those written for ranges, prefixes, or all codes.
    private final List<PolicyVersion> open = new ArrayList<>();

    private final Map<UUID, List<PolicyVersion>> byPolicy = new HashMap<>();

    public PolicyIndex(List<PolicyVersion> versions) {
        this.all = versions.stream()
                .map(it -> it.until(next(it, versions)))
                .sorted(Comparator.comparing((PolicyVersion it) -> it.policy().toString())
                        .thenComparingInt(PolicyVersion::version))
                .toList();
        for (var version : all) {
            byPolicy.computeIfAbsent(version.policy(), _ -> new ArrayList<>(1)).add(version);
            if (version.codes().isEmpty() || version.codes().isOpen()) {
                open.add(version);
            } else {
                version.codes()
                        .codes()
                        .forEach(code -> byCode.computeIfAbsent(code, _ -> new ArrayList<>(1))
                                .add(version));
            }
        }
    }

    /// First day of the version that follows, whatever its number: one may be published late for an earlier time.
    private static @Nullable LocalDate next(PolicyVersion version, List<PolicyVersion> versions) {
        return versions.stream()
                .filter(it -> it.policy().equals(version.policy()))
                .map(it -> it.published().effectiveFrom())
                .filter(it -> it.isAfter(version.published().effectiveFrom()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// No policy.
    public static PolicyIndex empty() {
        return EMPTY;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// All versions, by policy and version.
    public List<PolicyVersion> all() {
        return all;
    }

    /// The versions in force that may apply to a code billed to a payer on a day; by policy.
    List<PolicyVersion> candidates(String code, UUID payer, LocalDate day) {
        var candidates = new ArrayList<PolicyVersion>();
        take(byCode.getOrDefault(CodeSet.folded(code), List.of()), payer, day, candidates);
        for (var version : open) {
            if (version.codes().isEmpty() || version.codes().contains(code)) {
                take(List.of(version), payer, day, candidates);
            }
        }
        return candidates;
    }

    private static void take(List<PolicyVersion> versions, UUID payer, LocalDate day, List<PolicyVersion> into) {
        for (var version : versions) {
            if (version.isInForce(day) && version.isOf(payer)) {
                into.add(version);
            }
        }
    }

    /// Whether some policy has to know the patient's other lines with a code.
    public boolean needsOtherLines(String code) {
        return all.stream().anyMatch(it -> it.needsOtherLines(code));
    }

    /// One version; absent where it is not known.
    @Nullable
    PolicyVersion find(UUID policy, int version) {
        for (var it : byPolicy.getOrDefault(policy, List.of())) {
            if (it.version() == version) {
                return it;
            }
        }
        return null;
    }
}
