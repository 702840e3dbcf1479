package claimtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.claim.ClaimRefusal;
import claimtrail.command.imports.ImportRefusal;
import claimtrail.command.learning.PracticeSessionRefusal;
import claimtrail.command.pattern.PatternRefusal;
import claimtrail.command.policy.PolicyRefusal;
import claimtrail.command.provider.PayerRefusal;
import claimtrail.command.provider.PracticeRefusal;
import claimtrail.command.provider.ProviderRefusal;
import claimtrail.command.reference.ReferenceRefusal;
import claimtrail.command.web.Refusals;
import claimtrail.command.web.Refuses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document tells of every route, and of nothing else.
class OpenApiIT {

    private static RunningSide side;
    private static JsonNode api;

    /// One route of ours.
    private record Route(String method, String path, HandlerMethod handler) {

        JsonNode operation() {
            return api.path("paths").path(path).path(method);
        }

        String name() {
            return method + ' ' + path;
        }
    }

    @BeforeAll
    static void start() {
        side = RunningSide.start();
        api = side.get("/v3/api-docs/command-side").body();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void it_is_of_version_3_1_and_says_what_it_describes() {
        assertThat(api.path("openapi").asString("")).startsWith("3.1");
        assertThat(api.at("/info/title").asString("")).isEqualTo("Claimtrail: command side");
        assertThat(api.at("/info/version").asString("")).isNotEmpty();
    }

    @Test
    void every_route_is_in_it_and_nothing_else() {
        var told = new ArrayList<String>();
        api.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> told.add(method.getKey() + ' ' + path.getKey())));

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(routes().map(Route::name).toList());
    }

    @Test
    void every_route_says_in_a_sentence_what_it_is_for() {
        assertThat(routes())
                .allSatisfy(it -> assertThat(it.operation().path("summary").asString(""))
                        .as(it.name())
                        .hasSizeGreaterThan(10));
    }

    @Test
    void every_refusal_stands_at_its_route_under_its_status() {
        assertThat(doors()).hasSizeGreaterThan(15).allSatisfy(it -> {
            var codes = new ArrayList<>(Refusals.COMMON);
            codes.addAll(refused(it));
            for (var code : codes) {
                var status = String.valueOf(RefusalStatus.of(code));
                assertThat(it.operation()
                                .path("responses")
                                .path(status)
                                .path("description")
                                .asString(""))
                        .as(it.name())
                        .contains('`' + code + '`');
            }
        });
    }

    @Test
    void no_route_tells_of_a_refusal_that_does_not_exist() {
        Set<String> all = Stream.<Refusal[]>of(
                        ClaimRefusal.values(),
                        PatternRefusal.values(),
                        PolicyRefusal.values(),
                        PracticeRefusal.values(),
                        ProviderRefusal.values(),
                        PayerRefusal.values(),
                        PracticeSessionRefusal.values(),
                        ReferenceRefusal.values(),
                        ImportRefusal.values())
                .flatMap(Arrays::stream)
                .map(Refusal::name)
                .collect(Collectors.toSet());
        // The door of imports answers these itself: no stream is asked before a file is unpacked.
        all.addAll(Set.of(
                "ARCHIVE_SUSPECT",
                "ARCHIVE_INVALID",
                "ARCHIVE_UNKNOWN",
                "STORAGE_FULL",
                "PREVIEW_OF_TABLES_ONLY",
                "IMPORT_UNKNOWN",
                "RECORD_NOT_ACCEPTABLE"));

        assertThat(doors()).allSatisfy(it -> assertThat(all).as(it.name()).containsAll(refused(it)));
    }

    @Test
    void a_body_says_which_fields_it_needs() {
        assertThat(api.at("/components/schemas/BillRequest/required").toString())
                .contains("number", "submittedOn", "payer", "provider", "patient", "chargeCents", "lines");
        assertThat(api.at("/components/schemas/Problem/properties").propertyNames())
                .contains("title", "status", "code", "field");
    }

    private static List<String> refused(Route route) {
        var refuses = route.handler().getMethodAnnotation(Refuses.class);
        return refuses == null ? List.of() : List.of(refuses.value());
    }

    private static Stream<Route> doors() {
        return routes().filter(it -> it.handler().hasMethodAnnotation(Refuses.class));
    }

    private static Stream<Route> routes() {
        return side.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getPackageName().startsWith("claimtrail"))
                .flatMap(it -> it.getKey().getPatternValues().stream()
                        .flatMap(path -> it.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(
                                        method.name().toLowerCase(java.util.Locale.ROOT), path, it.getValue()))));
    }
}
