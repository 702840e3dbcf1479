package claimtrail.definition;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.metric.FoldCatalogue;
import claimtrail.metric.MetricCatalogue;
import java.util.stream.Collectors;
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
                .contains("RULE denial/1", "RULE modifier-25/1");
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
