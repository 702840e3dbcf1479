package claimtrail.query.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What stands above all questions in the OpenAPI document.
@Configuration(proxyBeanMethods = false)
class OpenApi {

    OpenApi() {}

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Claimtrail: query side")
                        .version("1")
                        .description(
                                "Money is a whole number of US cents (…Cents); days are ISO dates in the practice's"
                                        + " time zone (…On); what cannot be answered says why by a stable code."));
    }
}
