package claimtrail.command.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The refusals of a route beside the common ones, in their order of precedence; they go into the OpenAPI document.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /// Stable codes.
    String[] value() default {};
}
