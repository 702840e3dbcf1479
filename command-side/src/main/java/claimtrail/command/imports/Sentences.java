package claimtrail.command.imports;

import java.util.Map;

/// What the codes of a report mean, in fixed sentences: no sentence is made of what a file says.
final class Sentences {

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry(
                    "CLAIM_NOT_FOUND_THERE", "The payer or clearinghouse cannot find the claim: send it again or ask."),
            Map.entry("PROVIDER_ADJUSTMENT", "Money of the payment that belongs to no claim: reason code and cents."),
            Map.entry("CLAIM_VERSION_UNKNOWN", "The version of the claim has not come yet."),
            Map.entry("LINE_NOT_DENIED", "The line is not denied, or its denial has not come yet."),
            Map.entry("NOTHING_DENIED", "No denial is known yet; the record is told again after later files."),
            Map.entry("APPEAL_UNKNOWN", "The appeal has not come yet; the record is told again after later files."),
            Map.entry("AMOUNT_NOT_IN_CENTS", "An amount has more than two decimals."),
            Map.entry("AMOUNT_TOO_LARGE", "An amount is beyond 9,999,999,999.99."),
            Map.entry("AMOUNT_UNREADABLE", "This is not an amount."),
            Map.entry("APPEAL_DAY_ASSUMED", "The day of the appeal is not stated; the day of the extract stands in."),
            Map.entry("CHARGE_NOT_SUM_OF_LINES", "The charge of the claim is not the sum of its lines."),
            Map.entry("CLAIM_ID_TAKEN", "Another content has this claim number."),
            Map.entry("CLAIM_UNKNOWN", "No claim of ours is meant, or it has not come yet."),
            Map.entry("CLAIM_WITHOUT_LINES", "The claim has no line."),
            Map.entry("CODE_UNREADABLE", "This is not of the shape of its code list."),
            Map.entry("DATE_UNREADABLE", "This is not a date."),
            Map.entry("DAY_BEFORE_PREVIOUS_VERSION", "A later version of the claim was sent on an earlier day."),
            Map.entry("DECISION_BEFORE_SERVICE", "The payer decided before the day of service."),
            Map.entry("DECISION_DAY_ASSUMED", "The day of the decision is not stated; the extract's day stands in."),
            Map.entry("DECISION_SUSPECTED_DUPLICATE", "The same answer came under another payment."),
            Map.entry("DURATION_AND_CLOCK_DIFFER", "The duration measured differs from the time between the stamps."),
            Map.entry("EVIDENCE_UNKNOWN", "The claim named as evidence is unknown and was left out."),
            Map.entry("FIGURES_ASSERTED", "Figures of the source are kept beside the fact and counted nowhere."),
            Map.entry("FORMAT_INVALID", "The file is nothing we read."),
            Map.entry("IMPORT_RESUMED", "An earlier reading was broken off and went on."),
            Map.entry("IMPROVEMENT_ASSERTED", "An improvement of the source is kept beside the fact."),
            Map.entry("INTERACTION_NOT_CORE", "Interactions are no facts yet."),
            Map.entry("JSON_INVALID", "The file is no JSON from here on; nothing behind it was read."),
            Map.entry("LIMIT_AS_SENTENCE", "A limit was read from a sentence."),
            Map.entry("LIMIT_EXCEEDED", "The record is larger than the limit."),
            Map.entry("LIMIT_UNCHECKED", "A limit was not understood; the sentence is kept and not tested."),
            Map.entry("LINE_SPLIT_ASSUMED", "One amount was divided evenly over the codes."),
            Map.entry("LINK_ASSERTED", "The source says that policies matched; we did not test them."),
            Map.entry("NOT_RECOGNISED", "The record is of no kind we read."),
            Map.entry("NPI_CHECK_DIGIT", "The National Provider Identifier fails its check digit."),
            Map.entry("OUTCOME_DAY_ASSUMED", "The day of the outcome is not stated; the extract's day stands in."),
            Map.entry("OVERTURN_WITHOUT_MONEY", "The denial was taken back, and no money is shown."),
            Map.entry("PAYER_NOT_STATED", "No payer is named."),
            Map.entry("PAYER_PROVISIONAL", "The payer was unknown and was made from what the file calls it."),
            Map.entry("POLICY_UNKNOWN", "The policy named is unknown and was left out."),
            Map.entry("PROVIDER_STUB", "The provider was unknown; only the number is kept."),
            Map.entry("REFERENCE_UNKNOWN", "The claim referred to is unknown and was left out."),
            Map.entry("REQUIRED_MISSING", "Something without which the record means nothing is missing."),
            Map.entry("ROW_RAGGED", "The row has another number of columns than the header."),
            Map.entry("SCENARIO_NOT_IMPORTED", "A scenario is run by the simulator; it is no file of facts."),
            Map.entry("SCORE_MISSING", "The sitting has no score."),
            Map.entry("SERVICE_AFTER_SUBMISSION", "A service is of a later day than the bill."),
            Map.entry("STATUS_UNKNOWN", "The status is in no list; a person decides."),
            Map.entry("SUPERSEDED", "Insights were replaced by patterns."),
            Map.entry("USER_NOT_STATED", "No user is named."));

    private Sentences() {}

    static String of(String code) {
        return SENTENCES.getOrDefault(code, "See the reference of import codes.");
    }
}
