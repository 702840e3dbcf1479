package claimtrail.denial.detection;

import claimtrail.event.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// Rule `detection/1`: evidence of one (practice, detector, subject) becomes a pattern in the first window that
/// holds enough of it. All time is the day of decision; the order of arrival does not matter.
public final class DetectionRule {

    /// Written into every pattern that this rule has found.
    public static final String NAME = "detection/1";

    private static final int MOST_EVIDENCE = 50; // claims named in the fact

    private DetectionRule() {}

    /// Counts the denied claims of a practice.
    @FunctionalInterface
    public interface DeniedClaims {

        /// How many claims were denied in a stretch of days.
        ///
        /// @param from first day of decision
        /// @param to last day
        long between(LocalDate from, LocalDate to);
    }

    /// A pattern that has shown itself.
    ///
    /// @param to the day on which the threshold was reached
    /// @param claims those that tripped the rule, by day, at most 50
    /// @param codes those that cover 80 % of the evidence, the most frequent first
    public record Detection(LocalDate from, LocalDate to, List<UUID> claims, List<String> codes) {
        public Detection {
            claims = List.copyOf(claims);
            codes = List.copyOf(codes);
        }
    }

    /// The one id that a pattern has, whoever finds it and however often.
    public static UUID patternId(UUID practice, String detector, String subject) {
        return Ids.named("pattern", practice.toString(), detector, subject);
    }

    /// The first window that holds enough evidence; empty while none does.
    ///
    /// @param thresholds what holds for a window is what is set for its last day
    public static Optional<Detection> detect(
            Collection<Evidence> evidence, DeniedClaims denied, Threshold.ByDay thresholds) {
        var counted = evidence.stream()
                .filter(Evidence::counts)
                .sorted(Comparator.comparing(Evidence::decidedOn)
                        .thenComparing(it -> it.claim().toString())
                        .thenComparing(Evidence::code))
                .toList();
        for (var i = 0; i < counted.size(); i++) {
            var to = counted.get(i).decidedOn();
            var threshold = thresholds.on(to);
            var from = to.minusDays(threshold.days() - 1L);
            var dayGoesOn =
                    i + 1 < counted.size() && counted.get(i + 1).decidedOn().equals(to);
            if (!dayGoesOn) {
                var window = counted.subList(firstFrom(counted, from), i + 1);
                if (isEnough(window, from, to, denied, threshold)) {
                    return Optional.of(new Detection(from, to, claims(window), codes(window)));
                }
            }
        }
        return Optional.empty();
    }

    private static int firstFrom(List<Evidence> byDay, LocalDate from) {
        var first = 0;
        while (byDay.get(first).decidedOn().isBefore(from)) {
            first++;
        }
        return first;
    }

    private static boolean isEnough(
            List<Evidence> window, LocalDate from, LocalDate to, DeniedClaims denied, Threshold threshold) {
        var claims = window.stream().map(Evidence::claim).distinct().count();
        if (claims < threshold.claims()
                || window.stream().mapToLong(Evidence::deniedCents).sum() < threshold.cents()) {
            return false;
        }
        var all = denied.between(from, to);
        return all <= threshold.manyDenied() || 100 * claims >= threshold.percent() * all;
    }

    private static List<UUID> claims(List<Evidence> window) {
        var claims = new LinkedHashSet<UUID>();
        window.forEach(it -> claims.add(it.claim()));
        return claims.stream().limit(MOST_EVIDENCE).toList();
    }

    /// The fewest codes that cover 80 % of the evidence lines with a code.
    private static List<String> codes(List<Evidence> window) {
        Map<String, Integer> lines = new HashMap<>();
        window.stream().filter(it -> !it.code().isEmpty()).forEach(it -> lines.merge(it.code(), 1, Integer::sum));
        var all = lines.values().stream().mapToInt(Integer::intValue).sum();
        var codes = new ArrayList<String>();
        var covered = 0;
        for (var code : byFrequency(lines)) {
            if (100 * covered >= 80 * all) {
                break;
            }
            codes.add(code);
            covered += lines.getOrDefault(code, 0);
        }
        return codes;
    }

    private static List<String> byFrequency(Map<String, Integer> lines) {
        return new TreeSet<>(lines.keySet())
                .stream()
                        .sorted(Comparator.comparingInt(code -> -lines.getOrDefault(code, 0)))
                        .toList();
    }
}
