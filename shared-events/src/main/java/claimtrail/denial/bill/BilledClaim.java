package claimtrail.denial.bill;

import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.Line;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of a bill, as the rules look at it. What nobody has told us is absent; a rule that needs it
/// cannot judge.
///
/// @param group the billing provider
/// @param patient absent only where no bill and no answer is known
/// @param authorised whether an authorization is stated
public record BilledClaim(
        int version,
        UUID payer,
        @Nullable UUID provider,
        @Nullable UUID group,
        @Nullable UUID patient,
        @Nullable ClaimType type,
        @Nullable String place,
        @Nullable LocalDate submittedOn,
        List<String> diagnoses,
        @Nullable Boolean authorised,
        List<Line> lines) {

    public BilledClaim {
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
    }

    /// A bill as it was sent.
    public static BilledClaim of(ClaimSubmitted it) {
        return new BilledClaim(
                it.version(),
                it.payer(),
                it.provider(),
                it.billingProvider(),
                it.patient(),
                it.claimType(),
                it.place(),
                it.submittedOn(),
                it.diagnoses(),
                it.authorisationStated(),
                it.lines());
    }

    /// What an answer tells of a bill that nobody has sent us.
    public static BilledClaim of(ClaimInferred it) {
        return of(it, it.lines());
    }

    /// What answers tell of a bill that nobody has sent us, with the lines of one of them.
    public static BilledClaim of(ClaimInferred it, List<Line> lines) {
        return new BilledClaim(
                1, it.payer(), it.provider(), null, it.patient(), null, null, null, List.of(), null, lines);
    }

    /// The next version: what a replacement does not say stays.
    public BilledClaim then(ClaimReplaced it) {
        return new BilledClaim(
                it.version(),
                payer,
                provider,
                group,
                patient,
                type,
                place,
                it.submittedOn(),
                diagnoses,
                it.authorisationStated(),
                it.lines());
    }

    /// A version of a claim by its facts, in any order; absent when nobody has told us of it.
    ///
    /// @param version the number it got when we learnt of it
    public static @Nullable BilledClaim of(List<ClaimEvent> facts, int version) {
        BilledClaim first = null;
        for (var fact : facts) {
            if (fact instanceof ClaimSubmitted it) {
                if (it.version() == version) {
                    return of(it);
                }
                first = isSentBefore(it, first) ? of(it) : first;
            } else if (first == null && fact instanceof ClaimInferred it) {
                first = of(it);
            }
        }
        if (first == null || version <= 1) {
            return first;
        }
        for (var fact : facts) {
            if (fact instanceof ClaimReplaced it && it.version() == version) {
                return first.then(it);
            }
        }
        return null;
    }

    private static boolean isSentBefore(ClaimSubmitted it, @Nullable BilledClaim other) {
        var otherOn = other == null ? null : other.submittedOn();
        return otherOn == null || it.submittedOn().isBefore(otherOn);
    }

    /// Who rendered a line.
    public @Nullable UUID provider(Line line) {
        return line.provider() == null ? provider : line.provider();
    }

    /// Where a line was rendered; absent where neither the line nor the claim says so.
    public @Nullable String place(Line line) {
        return line.place() == null ? place : line.place();
    }

    /// How many services a line is: its units, at least one, parts counted as a whole one.
    public static int services(Line line) {
        var units = line.units();
        return units == null
                ? 1
                : Math.max(1, units.setScale(0, RoundingMode.CEILING).intValue());
    }
}
