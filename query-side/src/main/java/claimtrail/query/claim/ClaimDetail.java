package claimtrail.query.claim;

import claimtrail.denial.AppealReading;
import claimtrail.denial.Episode;
import claimtrail.query.audit.EventView.SourceView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The whole life of a claim.
///
/// @param versions of the bill, as sent
/// @param decisions of all payers, in the order in which they count
/// @param policies that apply to a line, as screened
/// @param events every fact, in the order in which we learnt it
public record ClaimDetail(
        ClaimView claim,
        List<Version> versions,
        List<Answer> decisions,
        List<Episode> episodes,
        List<AppealReading> appeals,
        List<PolicyHit> policies,
        List<Event> events) {

    /// One version of the bill.
    public record Version(
            int version, String frequency, LocalDate submittedOn, long chargeCents, List<BillLine> lines) {}

    /// One line of a version.
    public record BillLine(
            int no, String code, List<String> modifiers, List<String> diagnoses, long chargeCents, String split) {}

    /// One answer of a payer.
    ///
    /// @param reversed taken back later
    /// @param position the fact that says so
    public record Answer(
            long position,
            int claimVersion,
            int payerSequence,
            LocalDate decidedOn,
            String dayBasis,
            String outcome,
            long chargeCents,
            long paidCents,
            boolean reversed,
            @Nullable LocalDate appealLastDay,
            List<AnswerLine> lines) {}

    /// An answer to one line; 0 = the claim as a whole.
    public record AnswerLine(
            int no,
            long chargeCents,
            long paidCents,
            String result,
            long deniedCents,
            @Nullable String primary,
            @Nullable String reasonClass,
            List<String> adjustments,
            List<String> remarks) {}

    /// A version of a policy that applies to a line.
    ///
    /// @param line of the bill; 0 = the claim as a whole
    /// @param result `MET`, `VIOLATED` or `UNDETERMINED`, the last that was found
    /// @param asserted a source said so; nobody tested it
    /// @param denies a denial of the line is put down to it
    /// @param demands what each of its demands gives, looked at anew; `yes`, `no` or `unknown` on the bill alone
    /// @param fix how to put it right, as the policy says
    public record PolicyHit(
            UUID policy,
            int version,
            String number,
            String name,
            int claimVersion,
            int line,
            String result,
            boolean asserted,
            boolean denies,
            List<Demand> demands,
            @Nullable String fix) {}

    /// One demand.
    ///
    /// @param condition its name among the policy's conditions
    /// @param asked what it asks for, as published
    public record Demand(String condition, String holds, JsonNode asked) {}

    /// One fact.
    public record Event(
            long position,
            String name,
            @Nullable LocalDate day,
            Instant recordedAt,
            String actor,
            SourceView source,
            String says) {}
}
