package claimtrail.command.imports;

import claimtrail.command.web.Problem;
import claimtrail.command.web.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Tells by code why what came in was not taken.
@RestControllerAdvice
final class ImportProblems {

    @ExceptionHandler
    ResponseEntity<Object> on(ImportRefused refused) {
        return of(refused.status(), refused.code(), null);
    }

    static ResponseEntity<Object> of(int status, String code, @Nullable String field) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(Refusals.title(code), status, code, field == null || field.isEmpty() ? null : field));
    }
}
