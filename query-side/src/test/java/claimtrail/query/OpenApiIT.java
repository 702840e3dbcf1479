package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document tells of every question that programs can ask, and of nothing else.
class OpenApiIT {

    private static TestLog log;
    private static Reader reader;
    private static JsonNode api;

    @BeforeAll
    static void start() {
        log = new TestLog();
        reader = new Reader(log, 1);
        api = reader.ask("/v3/api-docs/query-side");
    }

    @AfterAll
    static void stop() {
        reader.close();
        log.close();
    }

    @Test
    void it_is_of_version_3_1_and_says_what_it_describes() {
        assertThat(api.path("openapi").asString("")).startsWith("3.1");
        assertThat(api.at("/info/title").asString("")).isEqualTo("Claimtrail: query side");
        assertThat(api.at("/info/version").asString("")).isNotEmpty();
    }

    @Test
    void every_route_is_in_it_and_nothing_else() {
        assertThat(told()).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(routes());
    }

    private static List<String> told() {
        return api.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyStream().map(method -> method.getKey() + ' ' + path.getKey()))
                .toList();
    }

    /// Of every controller that answers programs; pages answer people, and are no API.
    private static List<String> routes() {
        return reader.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getPackageName().startsWith("claimtrail"))
                .filter(it -> it.getValue().getBeanType().isAnnotationPresent(RestController.class))
                .flatMap(it -> it.getKey().getPatternValues().stream()
                        .flatMap(path -> methods(it.getKey().getMethodsCondition().getMethods().stream())
                                .map(method -> method + ' ' + path)))
                .toList();
    }

    private static Stream<String> methods(Stream<? extends Enum<?>> methods) {
        return methods.map(it -> it.name().toLowerCase(Locale.ROOT));
    }
}
