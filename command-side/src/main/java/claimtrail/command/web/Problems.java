package claimtrail.command.web;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/// Everything that keeps a request from becoming a command, as problem+json. Sentences are fixed: a message of Jackson
/// or Spring may quote the body, and the body may hold a patient.
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> on(Malformed malformed) {
        return Answers.problem(400, "MALFORMED", malformed.sentence(), malformed.field());
    }

    /// A path variable or query parameter of another type.
    @ExceptionHandler
    ResponseEntity<Object> on(MethodArgumentTypeMismatchException mismatch) {
        return Answers.problem(
                400, "MALFORMED", "The part '" + mismatch.getName() + "' of the address cannot be read.", null);
    }

    /// The unforeseen: the log says what it was, the answer does not.
    @ExceptionHandler
    ResponseEntity<Object> on(RuntimeException unforeseen) {
        log.error("a request failed for a reason of ours", unforeseen);
        return Answers.problem(500, "FAILED", "The request failed for a reason of ours; nothing was stored.", null);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return switch (unreadable.getCause()) {
            case StreamReadException _ -> Answers.problem(400, "MALFORMED", "The body is not JSON.", null);
            case JacksonException it -> Answers.problem(400, "MALFORMED", "This field cannot be read.", pointer(it));
            case null, default -> Answers.problem(400, "MALFORMED", "The body is missing.", null);
        };
    }

    /// Whatever else Spring refuses: no such address, another method, another media type.
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var code = switch (status.value()) {
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 413 -> "TOO_LARGE";
            case 415 -> "MEDIA_TYPE_UNSUPPORTED";
            default -> status.is5xxServerError() ? "FAILED" : "MALFORMED";
        };
        var answer = Answers.problem(status.value(), code, Refusals.title(code), null);
        var all = new HttpHeaders(headers);
        all.addAll(answer.getHeaders());
        return new ResponseEntity<>(answer.getBody(), all, status);
    }

    private static String pointer(JacksonException unreadable) {
        return unreadable.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? String.valueOf(step.getIndex())
                        : step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .map(step -> '/' + step)
                .collect(Collectors.joining());
    }
}
