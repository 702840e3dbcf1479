package claimtrail.definition;

import claimtrail.denial.DenialRule;
import claimtrail.denial.DenialVersion;
import claimtrail.denial.detection.DetectionRule;
import claimtrail.denial.detection.StatusRule;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.screening.LinkingRule;
import claimtrail.denial.screening.ScreeningRule;
import claimtrail.event.reference.ReferenceEvent.DefinitionKind;
import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.metric.Definition;
import claimtrail.metric.Derived;
import claimtrail.metric.DerivedCatalogue;
import claimtrail.metric.MetricCatalogue;
import claimtrail.metric.SubjectCatalogue;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.metric.imports.ImportFold;
import claimtrail.metric.learning.SessionFold;
import claimtrail.metric.pattern.PatternFold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How we read, count and name figures on the first day, as the facts that publish it. What counts is the code;
/// these say, in the log, in which words and versions it does.
public final class FirstDefinitions {

    /// They hold for any day, however old.
    private static final LocalDate FROM = LocalDate.EPOCH;

    private FirstDefinitions() {}

    /// All of them: rules and folds before the figures that rest on them.
    public static List<DefinitionPublished> all() {
        var all = new ArrayList<DefinitionPublished>();
        all.add(named(DefinitionKind.RULE, DenialRule.NAME, """
                An adjustment denies when its amount is positive and its reason is not neutral. A line is denied when it
                is paid nothing and has such an adjustment, reduced when it is paid something. A claim is denied when the
                payer does not know the patient, or when nothing is paid, something denies and the patient bears no cost
                share; partly denied when something denies otherwise."""));
        all.add(named(DefinitionKind.RULE, ScreeningRule.NAME, """
                A policy applies to a line when payer, days, code and its other conditions fit; its demands are met,
                violated or cannot be judged. A claim is exposed to a pattern when the pattern's detector says that a
                line could be denied for it; without a detector, when a line has one of its codes, and with no codes
                always."""));
        all.add(named(DefinitionKind.RULE, LinkingRule.NAME, """
                A denied line belongs to the patterns of its pair of lines and its class of reasons, and to the policies
                that it violates, or matches where nothing was tested, and that let expect such a denial."""));
        all.add(named(DefinitionKind.RULE, Modifier25.NAME, """
                A visit beside a procedure of the same patient, day and clinician was denied, and it had no modifier 25.
                A code alone never says so: a visit beside a blood draw is no such pair."""));
        all.add(named(DefinitionKind.RULE, DetectionRule.NAME, """
                Denials of one practice, detector and subject become a pattern in the first window that holds enough of
                them. All time is the day of decision; the order of arrival does not matter."""));
        all.add(named(DefinitionKind.RULE, StatusRule.NAME, """
                The status of a pattern follows its outcomes. Windows that overlap its baseline say nothing, and
                practising alone changes no status."""));
        all.add(named(DefinitionKind.FOLD, ClaimFold.NAME, """
                After each fact the whole claim is read anew, and what changed is posted. A late fact that reorders
                history posts the correction by itself; nothing that was posted is ever changed."""));
        all.add(beside(DefinitionKind.RULE, DenialVersion.SECOND.name(), DenialVersion.SECOND.parameters(), """
                As denial/1, but a diagnosis that does not go with the procedure is a question of medical need. Not the
                standard: it shows what a changed rule does to figures."""));
        all.add(beside(
                DefinitionKind.FOLD,
                ClaimFold.VERSIONS.get(1).name(),
                Map.of("rule", DenialVersion.SECOND.name()),
                """
                As claim/1, with denials read under denial/2. It counts where a replay has put it beside the standard."""));
        all.add(named(DefinitionKind.FOLD, ImportFold.NAME, """
                Of each file: how many records were stored, seen before, held or refused, and what was noted, on the day
                the file was received."""));
        all.add(named(DefinitionKind.FOLD, SessionFold.NAME, """
                Sittings, what was answered in them, and corrections, by pattern. A sitting counts on its day in UTC, a
                correction on the day from which it holds."""));
        all.add(named(DefinitionKind.FOLD, PatternFold.NAME, """
                How many patterns became known, and how many are in which status."""));
        SubjectCatalogue.all().forEach(metric -> all.add(of(metric)));
        DerivedCatalogue.all().forEach(metric -> all.add(of(metric)));
        MetricCatalogue.all().forEach(metric -> all.add(of(metric)));
        return List.copyOf(all);
    }

    private static DefinitionPublished of(Definition metric) {
        return new DefinitionPublished(
                DefinitionKind.METRIC,
                metric.id(),
                metric.version(),
                metric.text(),
                Map.of(
                        "shown", metric.shown(),
                        "unit", metric.unit(),
                        "formula", metric.formula(),
                        "window", metric.window().name().toLowerCase(Locale.ROOT)),
                FROM,
                true);
    }

    private static DefinitionPublished of(Derived metric) {
        return new DefinitionPublished(
                DefinitionKind.METRIC,
                metric.id(),
                metric.version(),
                metric.text(),
                Map.of("shown", metric.shown(), "unit", metric.unit(), "formula", metric.formula()),
                FROM,
                true);
    }

    private static DefinitionPublished named(DefinitionKind kind, String name, String text) {
        return named(kind, name, Map.of(), text, true);
    }

    /// Not what is shown unless somebody asks for it.
    private static DefinitionPublished beside(
            DefinitionKind kind, String name, Map<String, String> parameters, String text) {
        return named(kind, name, parameters, text, false);
    }

    /// A name such as `claim/1` holds the version.
    private static DefinitionPublished named(
            DefinitionKind kind, String name, Map<String, String> parameters, String text, boolean standard) {
        var slash = name.indexOf('/');
        return new DefinitionPublished(
                kind,
                name.substring(0, slash),
                Integer.parseInt(name.substring(slash + 1)),
                text.replace('\n', ' ').strip(),
                parameters,
                FROM,
                standard);
    }
}
