package claimtrail.command.web;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Leaves bodies to the doors. No door takes a form; a server that looks for parameters in the body of a file, which
/// curl calls a form unless it is told otherwise, would read the file away, or refuse it as too large.
@Configuration(proxyBeanMethods = false)
class NoForms {

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodiesAreNoForms() {
        return server -> server.addConnectorCustomizers(connector -> connector.setParseBodyMethods("-"));
    }
}
