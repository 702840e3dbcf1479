package claimtrail.definition;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.metric.Definition;
import claimtrail.metric.Definition.Part;
import claimtrail.metric.Derived;
import claimtrail.metric.DerivedCatalogue;
import claimtrail.metric.FoldCatalogue;
import claimtrail.metric.Measure;
import claimtrail.metric.MetricCatalogue;
import claimtrail.metric.SubjectCatalogue;
import java.util.EnumSet;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What counts and what is shown stands in the log in words.
class FirstDefinitionsTest {

    @Test
    void every_fold_and_every_figure_has_one_definition_in_its_version() {
        var published = FirstDefinitions.all().stream()
                .map(it -> it.kind() + " " + it.id() + "/" + it.version())
                .toList();

        assertThat(published).doesNotHaveDuplicates();
        assertThat(published)
                .containsAll(FoldCatalogue.all().stream()
                        .map(fold -> "FOLD " + fold.name())
                        .toList())
                .containsAll(MetricCatalogue.all().stream()
                        .map(metric -> "METRIC " + metric.id() + "/" + metric.version())
                        .toList())
                .containsAll(SubjectCatalogue.all().stream()
                        .map(metric -> "METRIC " + metric.id() + "/" + metric.version())
                        .toList())
                .containsAll(DerivedCatalogue.all().stream()
                        .map(metric -> "METRIC " + metric.id() + "/" + metric.version())
                        .toList())
                .contains("RULE denial/1", "RULE modifier-25/1");
    }

    @Test
    void what_a_rule_makes_names_the_figure_that_it_makes_it_of() {
        var sums = Stream.concat(MetricCatalogue.all().stream(), SubjectCatalogue.all().stream())
                .map(Definition::id)
                .toList();

        assertThat(DerivedCatalogue.all())
                .extracting(Derived::madeOf)
                .filteredOn(Objects::nonNull)
                .hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(sums).contains(it));
    }

    @Test
    void every_measure_but_those_of_stocks_by_status_and_of_duplicates_stands_in_a_figure() {
        var shown = Stream.concat(MetricCatalogue.all().stream(), SubjectCatalogue.all().stream())
                .flatMap(it -> Stream.concat(it.numerator().stream(), it.denominator().stream()))
                .map(Part::measure)
                .collect(Collectors.toSet());

        assertThat(EnumSet.complementOf(EnumSet.copyOf(shown)))
                .containsExactlyInAnyOrder(
                        Measure.SUBMITTED_LINES,
                        Measure.DUPLICATE_CLAIMS,
                        Measure.OVERTURNED_CLAIMS,
                        Measure.PATTERNS_IN_STATUS);
    }

    @Test
    void each_is_said_in_whole_sentences() {
        assertThat(FirstDefinitions.all())
                .extracting(DefinitionPublished::text)
                .allSatisfy(text -> assertThat(text).endsWith(".").doesNotContain("\n", "  "));
    }

    @Test
    void a_formula_names_measures_facets_and_signs() {
        var formulas = FirstDefinitions.all().stream()
                .filter(it -> it.parameters().containsKey("formula"))
                .collect(Collectors.toMap(
                        DefinitionPublished::id, it -> it.parameters().get("formula")));

        assertThat(formulas)
                .containsEntry("fpr", "percent of decided.claims − denied.claims ÷ decided.claims")
                .containsEntry("appeal.rate", "percent of episode.appealed[WITHIN_90] ÷ episode.opened")
                .containsEntry("t.remit", "median days of wait.decision");
    }
}
