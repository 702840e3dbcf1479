package claimtrail.simulator.bench.history;

import claimtrail.event.DomainEvent;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.provider.PayerEvent.PayerClass;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.PayerEvent.PayerTermsSet;
import claimtrail.event.provider.PayerEvent.Term;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Who is who in one practice.
final class Cast {

    private static final int TERMS_DAYS = 120;

    private final int no;
    private final String number;
    private final UUID practice;
    private final List<UUID> providers;
    private final List<UUID> payers;
    private final Rulebook rulebook;

    /// @param no place of the practice in the history, from 0
    Cast(Scale scale, long seed, int no) {
        this.no = no;
        this.number = "BENCH-" + (no + 1);
        this.practice = Ids.named("benchmark", Long.toString(seed), number);
        this.providers = ids("provider", scale.providers());
        this.payers = ids("payer", scale.payers());
        this.rulebook = new Rulebook(scale, it -> id("policy", it), it -> id("pattern", it), payers);
    }

    private List<UUID> ids(String kind, int count) {
        return IntStream.range(0, count).mapToObj(it -> id(kind, it)).toList();
    }

    private UUID id(String kind, int index) {
        return Ids.named(practice.toString(), kind, Integer.toString(index));
    }

    int no() {
        return no;
    }

    UUID practice() {
        return practice;
    }

    List<UUID> payers() {
        return payers;
    }

    Rulebook rulebook() {
        return rulebook;
    }

    List<UUID> patterns() {
        return List.copyOf(rulebook.patterns().keySet());
    }

    /// A provider; the first ones have more patients than the last.
    UUID provider(Dice dice) {
        return providers.get(Math.min(dice.below(providers.size()), dice.below(providers.size())));
    }

    /// A patient of the practice, who comes more than once.
    UUID patient(Dice dice) {
        return id("patient", dice.below(600 * providers.size()));
    }

    /// Days after a decision in which a payer hears an appeal.
    static int termsDays() {
        return TERMS_DAYS;
    }

    /// What is known before the first claim.
    List<Step> introduction() {
        var steps = new ArrayList<Step>();
        add(
                steps,
                practice,
                0,
                new PracticeRegistered(
                        new ExternalId("api", number), "Benchmark practice " + (no + 1), "UTC", null, "family", true));
        for (int i = 0; i < payers.size(); i++) {
            add(
                    steps,
                    payers.get(i),
                    0,
                    new PayerRegistered(
                            new ExternalId("api", "payer-" + i), "Payer " + (i + 1), PayerClass.COMMERCIAL, List.of()));
            add(steps, payers.get(i), 1, terms());
        }
        for (int i = 0; i < providers.size(); i++) {
            add(
                    steps,
                    providers.get(i),
                    0,
                    new ProviderRegistered(
                            new ExternalId("api", "provider-" + i),
                            "Dr. " + (i + 1),
                            null,
                            false,
                            "family",
                            null,
                            null,
                            false));
        }
        rulebook.policies().forEach((policy, version) -> add(steps, policy, 0, version));
        var patterns = 0;
        for (var pattern : rulebook.patterns().entrySet()) {
            add(steps, pattern.getKey(), 0, pattern.getValue());
            if (patterns++ % 2 == 0) {
                add(steps, pattern.getKey(), 1, Rulebook.guidance(patterns));
            }
        }
        return steps;
    }

    private void add(List<Step> steps, UUID stream, long sequence, DomainEvent event) {
        steps.add(new Step(Step.millis(Scale.BEGIN.minusDays(1), LocalTime.NOON), no, stream, sequence, event, null));
    }

    private static PayerTermsSet terms() {
        return new PayerTermsSet(
                List.of(new Term(
                        Term.Kind.APPEAL,
                        1,
                        TERMS_DAYS,
                        Term.CountsFrom.DECISION,
                        0,
                        Scale.BEGIN.minusYears(1),
                        null,
                        null)),
                "terms/1");
    }
}
