package claimtrail.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The one place where headers become a [Caller].
@Configuration(proxyBeanMethods = false)
final class CallerResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final Pattern QUOTED_SEQUENCE = Pattern.compile("\"(\\d{1,18})\"");

    /// As long as the log keeps keys, and nothing but visible ASCII.
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Caller.class);
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = (HttpServletRequest) request.getNativeRequest();
        return of(
                http.getMethod() + ' ' + http.getRequestURI(),
                http.getHeader("X-Practice"),
                http.getParameter("practice"),
                http.getHeader("Idempotency-Key"),
                http.getHeader("If-Match"));
    }

    static Caller of(
            String path,
            @Nullable String header,
            @Nullable String parameter,
            @Nullable String key,
            @Nullable String match) {
        if (header != null && parameter != null && !header.equals(parameter)) {
            throw new Malformed("", "The header X-Practice and the parameter practice name two practices.");
        }
        if (key != null && !KEY.matcher(key).matches()) {
            throw new Malformed("", "The header Idempotency-Key is not 1 to 200 visible ASCII characters.");
        }
        return new Caller(path, header == null ? parameter : header, "-", key, sequence(match));
    }

    /// `*` expects no version in particular.
    private static @Nullable Long sequence(@Nullable String match) {
        if (match == null || match.equals("*")) {
            return null;
        }
        var quoted = QUOTED_SEQUENCE.matcher(match);
        if (!quoted.matches()) {
            throw new Malformed("", "The header If-Match is not one ETag as we give it, such as \"4\".");
        }
        return Long.valueOf(quoted.group(1));
    }
}
