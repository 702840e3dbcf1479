package claimtrail.command.web;

import claimtrail.command.Receipt;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Receipts as HTTP answers.
final class Answers {

    private Answers() {}

    /// 201 for a new fact, 200 for a request that was carried out before, or the problem.
    ///
    /// @param place where the stream can be seen: its id is put behind it
    static ResponseEntity<Object> of(Receipt receipt, String place) {
        return switch (receipt) {
            case Receipt.Done done ->
                ResponseEntity.status(done.events() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                        .location(URI.create(place + '/' + done.stream()))
                        .eTag("\"" + done.version() + "\"")
                        .body(new Carried(done.stream(), done.version(), done.position(), done.events()));
            case Receipt.Declined declined ->
                problem(declined.status(), declined.code(), Refusals.title(declined.code()), declined.field());
        };
    }

    /// A problem in its own media type.
    static ResponseEntity<Object> problem(int status, String code, String title, @Nullable String field) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(title, status, code, field == null || field.isEmpty() ? null : field));
    }
}
