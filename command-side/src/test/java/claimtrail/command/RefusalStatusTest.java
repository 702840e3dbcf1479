package claimtrail.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.claim.ClaimRefusal;
import claimtrail.command.imports.ImportRefusal;
import claimtrail.command.learning.PracticeSessionRefusal;
import claimtrail.command.pattern.PatternRefusal;
import claimtrail.command.policy.PolicyRefusal;
import claimtrail.command.provider.PayerRefusal;
import claimtrail.command.provider.PracticeRefusal;
import claimtrail.command.provider.ProviderRefusal;
import claimtrail.command.reference.ReferenceRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// An unknown thing is 404, a state that stands against the command 409, a value that cannot be 422.
class RefusalStatusTest {

    @Test
    void every_refusal_of_every_stream_has_its_status() {
        assertThat(refusals()
                        .map(it -> it.name() + ' ' + RefusalStatus.of(it))
                        .distinct()
                        .sorted()
                        .collect(joining("\n")))
                .isEqualTo("""
                AMOUNT_ABOVE_DENIED 422
                APPEAL_BEFORE_DENIAL 422
                APPEAL_CLOSED 409
                APPEAL_OPEN 409
                APPEAL_TOO_LATE 422
                APPEAL_UNKNOWN 404
                BASELINE_FIXED 409
                CHARGE_NEGATIVE 422
                CHARGE_NOT_SUM_OF_LINES 422
                CLAIM_ID_TAKEN 409
                CLAIM_UNKNOWN 404
                CLAIM_VERSION_UNKNOWN 404
                CLAIM_VOIDED 409
                CLASS_INVALID 422
                DAYS_NOT_POSITIVE 422
                DAY_BEFORE_DENIAL 422
                DAY_BEFORE_EFFECTIVE 422
                DAY_BEFORE_PREVIOUS_VERSION 422
                DAY_BEFORE_START 422
                DAY_BEFORE_SUBMISSION 422
                DECISION_BEFORE_SERVICE 422
                DECISION_SUSPECTED_DUPLICATE 409
                DETECTOR_INVALID 422
                EVIDENCE_MISSING 422
                EVIDENCE_TOO_SMALL 422
                FILE_IN_PROGRESS 409
                FILE_TOO_LARGE 422
                FORMAT_INVALID 422
                LEVEL_SKIPPED 422
                LINES_MISSING 422
                LINE_NOT_APPEALED 409
                LINE_NOT_DENIED 409
                LINE_NUMBER_REPEATED 422
                LINE_UNKNOWN 404
                NOTHING_DENIED 409
                NOT_APPEALABLE 409
                NOT_A_DECISION 422
                NOT_YET_ANSWERED 409
                OUTCOME_BEFORE_FILING 422
                PATTERN_ID_TAKEN 409
                PATTERN_UNKNOWN 404
                PAYER_ID_TAKEN 409
                PAYER_UNKNOWN 404
                POLICY_ID_TAKEN 409
                POLICY_RETIRED 409
                POLICY_UNKNOWN 404
                PRACTICE_ID_TAKEN 409
                PROFILE_INVALID 422
                PROVIDER_ID_TAKEN 409
                PROVIDER_UNKNOWN 404
                RANGE_OVERLAPS 422
                RANGE_REVERSED 422
                RECORD_NOT_HELD 409
                RECORD_UNKNOWN 404
                SCORE_ABOVE_TOTAL 422
                SERVICE_AFTER_SUBMISSION 422
                SESSION_COMPLETED 409
                SESSION_ID_TAKEN 409
                SESSION_UNKNOWN 404
                SETTING_INVALID 422
                STATUS_UNCHANGED 409
                TERMS_OVERLAP 422
                TIME_ZONE_INVALID 422
                TRANSITION_NOT_ALLOWED 409
                VALUE_OUT_OF_RANGE 422
                VERSION_NOT_NEXT 422
                WINDOW_REVERSED 422""");
    }

    @Test
    void what_is_common_to_all_commands_has_its_status_too() {
        assertThat(Stream.of(
                                "MALFORMED",
                                "NOT_PERMITTED",
                                "KEY_REUSED",
                                "PRACTICE_UNKNOWN",
                                "VERSION_STALE",
                                "DAY_IN_FUTURE")
                        .map(RefusalStatus::of))
                .containsExactly(400, 403, 422, 404, 412, 422);
    }

    private static Stream<Refusal> refusals() {
        return Stream.<List<? extends Refusal>>of(
                        Arrays.asList(ClaimRefusal.values()),
                        Arrays.asList(ImportRefusal.values()),
                        Arrays.asList(PracticeSessionRefusal.values()),
                        Arrays.asList(PatternRefusal.values()),
                        Arrays.asList(PolicyRefusal.values()),
                        Arrays.asList(PracticeRefusal.values()),
                        Arrays.asList(ProviderRefusal.values()),
                        Arrays.asList(PayerRefusal.values()),
                        Arrays.asList(ReferenceRefusal.values()))
                .flatMap(List::stream);
    }
}
