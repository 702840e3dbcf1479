package claimtrail.query.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What cannot be answered, as problem+json with a stable code. An error is an error: it never looks like a zero.
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    Problems() {}

    @ExceptionHandler
    ProblemDetail refused(ParameterRefused refused) {
        var problem = problem(HttpStatus.BAD_REQUEST, refused.code(), refused.getMessage());
        problem.setProperty("parameter", refused.parameter());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail missing(NotThere missing) {
        return problem(HttpStatus.NOT_FOUND, missing.code(), null);
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict conflict) {
        return problem(HttpStatus.CONFLICT, conflict.code(), conflict.getMessage());
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail database(RuntimeException failure) {
        LOG.error("the database does not answer", failure);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_UNAVAILABLE", "The figures cannot be read just now.");
    }

    private static ProblemDetail problem(
            HttpStatus status, String code, @org.jspecify.annotations.Nullable String detail) {
        var problem = ProblemDetail.forStatus(status);
        problem.setDetail(detail);
        problem.setProperty("code", code);
        return problem;
    }
}
