package claimtrail.query.web;

import claimtrail.metric.Basis;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.provider.PracticeView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question, with everything that was left open filled in. Asked again in this form it has the same answer for ever.
///
/// @param asOf the log position up to which we look
/// @param knownAt when that position was learnt; absent for an empty log
/// @param fold who counts claims, in which version
/// @param edition of the read models that answer; what one of them answered is not remembered in the next
public record Asked(
        PracticeView practice,
        @Nullable UUID payer,
        @Nullable UUID provider,
        Basis basis,
        Window window,
        long asOf,
        @Nullable Instant knownAt,
        String fold,
        long edition) {

    /// The same question about other days.
    public Asked about(Window other) {
        return new Asked(practice, payer, provider, basis, other, asOf, knownAt, fold, edition);
    }

    /// The same question about as many days just before.
    public Asked before() {
        return about(window.previous());
    }

    /// The same question on the other basis.
    public Asked on(Basis other) {
        return new Asked(practice, payer, provider, other, window, asOf, knownAt, fold, edition);
    }

    /// The same question about one provider.
    public Asked of(@Nullable UUID one) {
        return new Asked(practice, payer, one, basis, window, asOf, knownAt, fold, edition);
    }

    /// The same question about one payer.
    public Asked ofPayer(@Nullable UUID one) {
        return new Asked(practice, one, provider, basis, window, asOf, knownAt, fold, edition);
    }

    /// Whether it is about all payers and providers together.
    public boolean isOfAll() {
        return payer == null && provider == null;
    }

    /// The same question as it was known at another position.
    public Asked upTo(long position) {
        return new Asked(practice, payer, provider, basis, window, position, null, fold, edition);
    }

    /// The same question as it was known at another position.
    ///
    /// @param at when that was learnt; absent for an empty log
    public Asked upTo(long position, @Nullable Instant at) {
        return new Asked(practice, payer, provider, basis, window, position, at, fold, edition);
    }

    /// The column of the ledger on which the window is laid.
    public String dayColumn() {
        return dayColumn(basis);
    }

    /// The column of the ledger with the day that counts on a basis.
    public static String dayColumn(Basis basis) {
        return switch (basis) {
            case EVENT -> "event_day";
            case SUBMISSION -> "cohort_day";
        };
    }

    /// The parameters that ask exactly this again; without a fold they ask the standard one.
    public String query() {
        return "practice=" + practice.id() + "&from=" + window.from() + "&to=" + window.to() + "&basis=" + basis.word()
                + (payer == null ? "" : "&payer=" + payer)
                + (provider == null ? "" : "&provider=" + provider)
                + (fold.equals(ClaimFold.NAME) ? "" : "&fold=" + fold)
                + "&asOf=" + asOf;
    }
}
