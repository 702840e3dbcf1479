package claimtrail.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RefusalStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A refusal's code says which HTTP status goes with it, by the list of events.md, section 14.
class RefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "MALFORMED, 400",
        "KEY_REUSED, 422",
        "PRACTICE_UNKNOWN, 404",
        "VERSION_STALE, 412",
        "DAY_IN_FUTURE, 422",
        "CLAIM_UNKNOWN, 404",
        "CLAIM_VERSION_UNKNOWN, 404",
        "CLAIM_ID_TAKEN, 409",
        "CLAIM_VOIDED, 409",
        "NOT_YET_ANSWERED, 409",
        "NOTHING_DENIED, 409",
        "LINE_NOT_DENIED, 409",
        "LINE_NOT_APPEALED, 409",
        "NOT_APPEALABLE, 409",
        "APPEAL_OPEN, 409",
        "APPEAL_CLOSED, 409",
        "DECISION_SUSPECTED_DUPLICATE, 409",
        "POLICY_RETIRED, 409",
        "SESSION_COMPLETED, 409",
        "FILE_IN_PROGRESS, 409",
        "RECORD_NOT_HELD, 409",
        "TRANSITION_NOT_ALLOWED, 409",
        "APPEAL_TOO_LATE, 422",
        "VERSION_NOT_NEXT, 422",
        "NOT_A_DECISION, 422",
        "LINES_MISSING, 422",
        "RANGE_OVERLAPS, 422",
        "SCORE_ABOVE_TOTAL, 422"
    })
    void a_code_has_its_status(String code, int status) {
        assertThat(RefusalStatus.of(code)).isEqualTo(status);
    }

    @Test
    void a_code_reads_as_a_sentence() {
        assertThat(Refusals.title("APPEAL_TOO_LATE")).isEqualTo("Appeal too late.");
    }
}
