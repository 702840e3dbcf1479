package claimtrail.command.web;

import claimtrail.command.RefusalStatus;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/// What all doors have in common, in the OpenAPI document: headers, answers, and each refusal with its code.
@Configuration(proxyBeanMethods = false)
class OpenApi {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class); // it is made of headers, told below
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Claimtrail: command side")
                        .version("1")
                        .description(
                                "Money is a whole number of US cents (…Cents); days are ISO dates in the practice's"
                                        + " time zone (…On); what is refused says why by a stable code."))
                .components(new Components());
    }

    /// The bodies that no controller names, because every controller answers with them.
    @Bean
    OpenApiCustomizer bodies() {
        return api -> List.of(Carried.class, Problem.class)
                .forEach(type -> ModelConverters.getInstance(true)
                        .readAll(new AnnotatedType(type))
                        .forEach(api.getComponents()::addSchemas));
    }

    @Bean
    GlobalOperationCustomizer answers() {
        return OpenApi::describe;
    }

    private static Operation describe(Operation operation, HandlerMethod method) {
        var refuses = method.getMethodAnnotation(Refuses.class);
        if (refuses == null) {
            return operation; // not a door of a stream: it says itself what it answers
        }
        operation.addParametersItem(header("X-Practice", "Id or number of the practice"));
        operation.addParametersItem(
                header("Idempotency-Key", "Up to 200 visible characters; the same key gets the first answer again"));
        operation.addParametersItem(header("If-Match", "The ETag that was seen last; another one is refused"));
        var responses = new ApiResponses();
        responses.addApiResponse("201", carried("Facts were written"));
        responses.addApiResponse("200", carried("The same had been accepted before; nothing was written"));
        codes(refuses)
                .forEach((status, codes) -> responses.addApiResponse(
                        String.valueOf(status),
                        new ApiResponse()
                                .description(codes.stream()
                                        .map(code -> "`" + code + "` " + Refusals.title(code))
                                        .collect(Collectors.joining(" · ")))
                                .content(body("application/problem+json", "Problem"))));
        operation.setResponses(responses);
        return operation;
    }

    private static Map<Integer, List<String>> codes(Refuses refuses) {
        var all = new ArrayList<>(Refusals.COMMON);
        all.addAll(Arrays.asList(refuses.value()));
        return all.stream().collect(Collectors.groupingBy(RefusalStatus::of, TreeMap::new, Collectors.toList()));
    }

    private static ApiResponse carried(String description) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject(
                        "ETag",
                        new Header()
                                .description("Sequence of the stream's last event")
                                .schema(new StringSchema()))
                .addHeaderObject(
                        "Location",
                        new Header().description("Where the stream can be seen").schema(new StringSchema()))
                .content(body("application/json", "Carried"));
    }

    private static Content body(String mediaType, String schema) {
        return new Content()
                .addMediaType(mediaType, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema)));
    }

    private static HeaderParameter header(String name, String description) {
        var header = new HeaderParameter();
        header.name(name).description(description).required(false).schema(new StringSchema());
        return header;
    }
}
