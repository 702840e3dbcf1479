package claimtrail.docs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The floor plan, one sentence per wall. The compiler and Maven hold the outer walls; these are the inner ones.
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("claimtrail");

    private static final String[] FACTS = {
        "claimtrail.event..", "claimtrail.metric..", "claimtrail.denial..", "claimtrail.proof.."
    };

    @Test
    void facts_and_arithmetic_need_nothing_but_the_jdk() {
        classes()
                .that(resideInAnyPackage(FACTS).and(not(resideInAPackage("claimtrail.event.json.."))))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(FACTS)
                        .or(resideInAnyPackage(
                                "java.lang..",
                                "java.util..",
                                "java.time..",
                                "java.math..",
                                "java.nio..",
                                "java.io..",
                                "java.security..",
                                "java.text..",
                                "org.jspecify.annotations..")))
                .check(HOUSE);
    }

    @Test
    void facts_and_arithmetic_have_no_clock_and_no_dice() {
        noClasses()
                .that(resideInAnyPackage("claimtrail.event..", "claimtrail.metric..", "claimtrail.denial..")
                        .and(not(JavaClass.Predicates.simpleName("Ids")))) // makes ids, which is its whole task
                .should()
                .callMethodWhere(READS_CLOCK_OR_DICE)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(HOUSE);
    }

    /// Followed from call to call, however deep: ids, days and instants come in with the command.
    @Test
    void deciders_and_states_have_no_clock_and_no_dice() {
        var reached = reachedBy(it -> it.getOwner().getSimpleName().endsWith("Decider")
                || (it.getName().equals("after")
                        && it.getOwner().getPackageName().startsWith("claimtrail.command.")));
        assertThat(reached).hasSizeGreaterThan(100);
        assertThat(reached.stream()
                        .flatMap(it -> it.getCallsFromSelf().stream())
                        .filter(READS_CLOCK_OR_DICE.or(MAKES_AN_ID))
                        .map(JavaCall::getDescription))
                .isEmpty();
    }

    /// An id that is made anew differs at the second reading; only one that follows from names may be made in a fold.
    @Test
    void facts_and_arithmetic_make_no_new_id() {
        noClasses()
                .that(resideInAnyPackage(FACTS))
                .should()
                .callMethodWhere(MAKES_AN_ID)
                .check(HOUSE);
    }

    @Test
    void json_stays_in_one_package_of_the_facts() {
        noClasses()
                .that(resideInAnyPackage(FACTS).and(not(resideInAPackage("claimtrail.event.json.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                .check(HOUSE);
    }

    @Test
    void the_sides_never_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("claimtrail.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("claimtrail.query..", "claimtrail.simulator..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("claimtrail.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("claimtrail.command..", "claimtrail.simulator..")
                .check(HOUSE);
    }

    @Test
    void commands_do_not_count() {
        noClasses()
                .that()
                .resideInAPackage("claimtrail.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("claimtrail.metric..", "claimtrail.proof..")
                .check(HOUSE);
    }

    @Test
    void axon_stays_at_the_rim() {
        noClasses()
                .that(resideInAPackage("claimtrail..")
                        .and(not(resideInAnyPackage("claimtrail.command.store..", "claimtrail.query.feed..")))
                        .and(not(partOf("Aggregate")))
                        .and(not(partOf("Processor"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(HOUSE);
    }

    @Test
    void rules_know_no_framework() {
        noClasses()
                .that(resideInAPackage("claimtrail.command..")
                        .and(partOf("Decider").or(partOf("Command")).or(partOf("Refusal")))
                        .and(not(partOf("CommandSide"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.axonframework..", "jakarta..", "tools.jackson..", "java.sql..")
                .check(HOUSE);
    }

    @Test
    void jpa_stays_in_rows_of_the_query_side() {
        noClasses()
                .that(not(partOf("Row")).and(not(resideInAPackage("claimtrail.query.feed.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .check(HOUSE);
    }

    @Test
    void the_sandbox_uses_only_the_public_doors() {
        noClasses()
                .that()
                .resideInAPackage("claimtrail.simulator..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("claimtrail.command.*..", "claimtrail.query.*.."))
                .check(HOUSE);
    }

    @Test
    void every_package_is_null_marked_and_says_what_it_is_for() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                .check(HOUSE);
    }

    @Test
    void nobody_wires_by_field() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Autowired")
                .check(HOUSE);
    }

    /// These methods of ours, those that they call, and so on.
    private static Set<JavaCodeUnit> reachedBy(Predicate<JavaCodeUnit> start) {
        var reached = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>();
        HOUSE.stream().flatMap(it -> it.getCodeUnits().stream()).filter(start).forEach(next::add);
        while (!next.isEmpty()) {
            var it = next.remove();
            if (reached.add(it)) {
                it.getCallsFromSelf().stream()
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .filter(member -> member.getOwner().getPackageName().startsWith("claimtrail"))
                        .forEach(member -> next.add((JavaCodeUnit) member));
            }
        }
        return reached;
    }

    /// A type of this role, or something nested in one.
    private static DescribedPredicate<JavaClass> partOf(String role) {
        return DescribedPredicate.describe(
                "part of a …" + role, it -> top(it).getSimpleName().endsWith(role));
    }

    private static JavaClass top(JavaClass it) {
        return it.getEnclosingClass().map(HouseRulesTest::top).orElse(it);
    }

    private static final Set<String> CLOCK_AND_DICE =
            Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "random");

    private static final DescribedPredicate<JavaCall<?>> MAKES_AN_ID = DescribedPredicate.describe(
            "makes an id from clock and dice",
            call -> call.getTargetOwner().getFullName().equals("claimtrail.event.Ids")
                    && call.getTarget().getName().equals("next"));

    private static final DescribedPredicate<JavaCall<?>> READS_CLOCK_OR_DICE = DescribedPredicate.describe(
            "reads a clock or throws dice",
            call -> CLOCK_AND_DICE.contains(call.getTarget().getName())
                    && call.getTargetOwner().getPackageName().startsWith("java."));
}
