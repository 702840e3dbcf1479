package claimtrail.command.provider;

import static claimtrail.command.provider.PayerRefusal.DAYS_NOT_POSITIVE;
import static claimtrail.command.provider.PayerRefusal.PAYER_UNKNOWN;
import static claimtrail.command.provider.PayerRefusal.TERMS_OVERLAP;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Spec;
import claimtrail.command.provider.RegisterCommand.SetPayerTerms;
import claimtrail.command.provider.Terms.LastDay;
import claimtrail.event.ExternalId;
import claimtrail.event.provider.PayerEvent;
import claimtrail.event.provider.PayerEvent.PayerClass;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.PayerEvent.PayerTermsSet;
import claimtrail.event.provider.PayerEvent.Term;
import claimtrail.event.provider.PayerEvent.Term.CountsFrom;
import claimtrail.event.provider.PayerEvent.Term.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Deadlines are data: of one kind and level at most one holds on a day.
class SetPayerTermsTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate JUL_1 = LocalDate.of(2026, 7, 1);
    private static final PayerRegistered REGISTERED =
            new PayerRegistered(new ExternalId("api", "P"), "P", PayerClass.COMMERCIAL, List.of());

    private final Spec<Payer, SetPayerTerms, PayerEvent, PayerRefusal> spec =
            new Spec<>(new Payer.Unknown(), Payer::after, PayerDecider::decide);

    @Test
    void terms_are_set_once_per_version() {
        var term = term(Kind.APPEAL, 1, 120, JAN_1, null);

        spec.given(REGISTERED).when(set("1", term)).then(new PayerTermsSet(List.of(term), "1"));
        spec.given(REGISTERED, new PayerTermsSet(List.of(term), "1"))
                .when(set("1", term))
                .thenNothing();
        spec.given(REGISTERED, new PayerTermsSet(List.of(term), "1"))
                .when(set("1", term(Kind.APPEAL, 2, 60, JAN_1, null)))
                .thenRefused(TERMS_OVERLAP);
    }

    @Test
    void terms_of_one_kind_and_level_never_overlap() {
        var untilJuly = new PayerTermsSet(List.of(term(Kind.APPEAL, 1, 120, JAN_1, JUL_1)), "1");

        spec.given(REGISTERED, untilJuly)
                .when(set("2", term(Kind.APPEAL, 1, 90, JUL_1.minusDays(1), null)))
                .thenRefused(TERMS_OVERLAP);
        accepts(untilJuly, term(Kind.APPEAL, 1, 90, JUL_1, null));
        accepts(untilJuly, term(Kind.APPEAL, 2, 90, JAN_1, null));
        accepts(untilJuly, term(Kind.PROMPT_PAY, 1, 90, JAN_1, null));
        spec.given(REGISTERED)
                .when(set("1", term(Kind.APPEAL, 1, 120, JAN_1, null), term(Kind.APPEAL, 1, 90, JAN_1, null)))
                .thenRefused(TERMS_OVERLAP);
    }

    @Test
    void an_open_end_is_ended_by_the_next_term() {
        var open = new PayerTermsSet(List.of(term(Kind.APPEAL, 1, 120, JAN_1, null)), "1");
        var next = new PayerTermsSet(List.of(term(Kind.APPEAL, 1, 90, JUL_1, null)), "2");
        accepts(open, next.terms().getFirst());

        var terms = Terms.none().with(open).with(next);
        assertThat(terms.appeal(1, JUL_1.minusDays(1), JAN_1))
                .contains(new LastDay(JUL_1.minusDays(1).plusDays(120), "1"));
        assertThat(terms.appeal(1, JUL_1, JAN_1)).contains(new LastDay(JUL_1.plusDays(90), "2"));
        assertThat(terms.appeal(1, JAN_1.minusDays(1), JAN_1)).isEmpty();
        assertThat(terms.appeal(2, JUL_1, JAN_1)).isEmpty();
    }

    @Test
    void a_deadline_runs_from_the_day_that_the_payer_counts_from() {
        assertThat(last(CountsFrom.DECISION, 0)).isEqualTo(JUL_1.plusDays(60));
        assertThat(last(CountsFrom.RECEIPT, 5)).isEqualTo(JUL_1.plusDays(65));
        assertThat(last(CountsFrom.SERVICE, 5)).isEqualTo(JAN_1.plusDays(60));
    }

    @Test
    void the_refusals_stand_in_this_order() {
        var none = term(Kind.APPEAL, 1, 0, JAN_1, null);
        var one = term(Kind.APPEAL, 1, 1, JAN_1, null);

        spec.given().when(set("1", none, none)).thenRefused(PAYER_UNKNOWN);
        spec.given(REGISTERED).when(set("1", none, none)).thenRefused(DAYS_NOT_POSITIVE);
        spec.given(REGISTERED).when(set("1", one, one)).thenRefused(TERMS_OVERLAP);
    }

    private void accepts(PayerTermsSet before, Term term) {
        assertThat(spec.given(REGISTERED, before).when(set("2", term)).events()).hasSize(1);
    }

    private static LocalDate last(CountsFrom from, int presumedReceiptDays) {
        var term = new Term(Kind.APPEAL, null, 60, from, presumedReceiptDays, JAN_1, null, null);
        return Terms.none()
                .with(new PayerTermsSet(List.of(term), "1"))
                .appeal(1, JUL_1, JAN_1)
                .orElseThrow()
                .day();
    }

    private static Term term(Kind kind, int level, int days, LocalDate from, @Nullable LocalDate to) {
        return new Term(kind, level, days, CountsFrom.DECISION, 0, from, to, null);
    }

    private static SetPayerTerms set(String version, Term... terms) {
        return new SetPayerTerms(new UUID(1, 1), new UUID(2, 1), List.of(terms), version);
    }
}
