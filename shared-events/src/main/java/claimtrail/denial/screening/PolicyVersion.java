package claimtrail.denial.screening;

import claimtrail.denial.bill.CodeSet;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a policy, made ready for asking.
public final class PolicyVersion {

    private final UUID policy;
    private final PolicyPublished published;
    private final @Nullable LocalDate retiredOn;
    private final @Nullable LocalDate nextFrom;
    private final Set<UUID> payers;
    private final CodeSet codes;
    private final ConditionTest applies;
    private final ConditionTest demands;

    /// A version as it was published.
    ///
    /// @param retiredOn the policy's last version holds no longer from here on; absent where it was not retired
    /// @param payers the payers that its conditions name, as far as they are known
    public PolicyVersion(UUID policy, PolicyPublished published, @Nullable LocalDate retiredOn, Set<UUID> payers) {
        this(policy, published, retiredOn, payers, null);
    }

    private PolicyVersion(
            UUID policy,
            PolicyPublished published,
            @Nullable LocalDate retiredOn,
            Set<UUID> payers,
            @Nullable LocalDate nextFrom) {
        this.policy = policy;
        this.published = published;
        this.retiredOn = retiredOn;
        this.nextFrom = nextFrom;
        this.payers = Set.copyOf(payers);
        this.codes = CodeSet.of(published.applies().codes());
        this.applies = new ConditionTest(published.applies());
        this.demands = new ConditionTest(published.demands());
    }

    /// The same version, which holds until the next one begins.
    PolicyVersion until(@Nullable LocalDate next) {
        return next == null || (nextFrom != null && !next.isBefore(nextFrom))
                ? this
                : new PolicyVersion(policy, published, retiredOn, payers, next);
    }

    public UUID policy() {
        return policy;
    }

    public int version() {
        return published.version();
    }

    public PolicyPublished published() {
        return published;
    }

    CodeSet codes() {
        return codes;
    }

    ConditionTest applies() {
        return applies;
    }

    ConditionTest demands() {
        return demands;
    }

    /// In force on a service day: from the first day on, up to but without the last, or the first of the next version.
    public boolean isInForce(LocalDate day) {
        var end = published.effectiveTo();
        return !day.isBefore(published.effectiveFrom())
                && (end == null || day.isBefore(end))
                && (nextFrom == null || day.isBefore(nextFrom))
                && (retiredOn == null || day.isBefore(retiredOn));
    }

    /// Whether it was published for this payer, or for all.
    public boolean isOf(UUID payer) {
        return published.applies().payers().isEmpty() || payers.contains(payer);
    }

    /// Whether nothing of what it demands can be tested: then its applying is all we can say.
    boolean demandsNothing() {
        return demands.isEmpty();
    }

    /// Whether it has to know the patient's other lines with a code, to count them or to find them beside its own.
    boolean needsOtherLines(String code) {
        return applies.asksForOtherLines(codes, code) || demands.asksForOtherLines(codes, code);
    }

    /// Whether a denial for a reason is one that this policy lets expect: a code it lists, or, where it lists
    /// none, a cause of the category it is about.
    ///
    /// @param category of the cause, such as `modifier-missing`
    boolean expects(@Nullable String carc, @Nullable String category) {
        if (!published.carcs().isEmpty()) {
            return carc != null
                    && published.carcs().stream().anyMatch(it -> plain(it).equals(plain(carc)));
        }
        var topic = published.topic();
        return topic != null
                && category != null
                && !category.isEmpty()
                && words(topic).equals(words(category));
    }

    /// `CO-97`, `097` and `97` are one code.
    private static String plain(String carc) {
        var code = CodeSet.folded(carc);
        return code.substring(code.indexOf('-') + 1).replaceFirst("^0+(?=.)", "");
    }

    private static String words(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
    }
}
