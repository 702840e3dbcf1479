package claimtrail.command.imports;

import static claimtrail.command.imports.Interchanges.acceptance;
import static claimtrail.command.imports.Interchanges.billOf;
import static claimtrail.command.imports.Interchanges.paidClaim;
import static claimtrail.command.imports.Interchanges.rejection;
import static claimtrail.command.imports.Interchanges.remittance;

import java.util.List;

/// What happened to some claims, told by small files of every kind.
final class Stories {

    private static final String DAY = "20260227";
    private static final String PAYER = "00431";
    private static final String OTHER_PAYER = "00777";

    private Stories() {}

    /// Interchanges, one transaction each.
    static List<String> files() {
        return List.of(
                // Denied, corrected with another code and charge, paid: the road is CORRECTION.
                billOf("ACC-100", "1", "", "20260301", DAY, "99214:178"),
                remittance(PAYER, "T100", "20260318", paidClaim("ACC-100", "1", "P100", DAY, "99214:178:0:16:1")),
                billOf("ACC-100", "7", "P100", "20260320", DAY, "99213:120"),
                remittance(PAYER, "T101", "20260401", paidClaim("ACC-100", "1", "P101", DAY, "99213:120:120::1")),
                // Two lines that the payer names the other way round, corrected twice.
                billOf("ACC-110", "1", "", "20260301", DAY, "99213:100", "20610:200"),
                remittance(
                        PAYER,
                        "T110",
                        "20260316",
                        paidClaim("ACC-110", "1", "P110", DAY, "20610:200:0:97:2", "99213:100:90:45:1")),
                billOf("ACC-110", "7", "P110", "20260322", DAY, "20610:200", "99213:100"),
                remittance(
                        PAYER,
                        "T111",
                        "20260402",
                        paidClaim("ACC-110", "1", "P111", DAY, "99213:100:90:45:2", "20610:200:0:97:1")),
                billOf("ACC-110", "7", "P111", "20260410", DAY, "99213:100", "20611:210"),
                remittance(
                        PAYER,
                        "T112",
                        "20260422",
                        paidClaim("ACC-110", "1", "P112", DAY, "99213:100:90:45:1", "20611:210:150:45:2")),
                // A visit beside a procedure, denied for the pair, received, corrected with modifier 25, paid.
                billOf("ACC-150", "1", "", "20260301", DAY, "99213:100", "20610:200"),
                acceptance("ACC-150", DAY, "20260303", "A2", "P150"),
                remittance(
                        PAYER,
                        "T150",
                        "20260316",
                        paidClaim("ACC-150", "1", "P150", DAY, "99213:100:0:97:1:N20", "20610:200:150:45:2")),
                billOf("ACC-150", "7", "P150", "20260322", DAY, "99213:100:25", "20610:200"),
                acceptance("ACC-150", DAY, "20260324", "A2", "P151"),
                remittance(
                        PAYER,
                        "T151",
                        "20260404",
                        paidClaim("ACC-150", "1", "P151", DAY, "99213:100:90:45:1", "20610:200:150:45:2")),
                // The same, and the answer is here before its bill.
                remittance(
                        PAYER,
                        "T160",
                        "20260316",
                        paidClaim("ACC-160", "1", "P160", DAY, "20610:200:150:45:2", "99213:100:0:97:1:N20")),
                billOf("ACC-160", "1", "", "20260301", DAY, "99213:100", "20610:200"),
                // The visit had modifier 25 already, which the answer does not return: it was bundled.
                billOf("ACC-170", "1", "", "20260301", DAY, "99213:100:25", "20610:200"),
                remittance(
                        PAYER,
                        "T170",
                        "20260316",
                        paidClaim("ACC-170", "1", "P170", DAY, "99213:100:0:97:1:N20", "20610:200:150:45:2")),
                // No bill: the answer itself tells of the pair.
                remittance(
                        PAYER,
                        "T180",
                        "20260316",
                        paidClaim("ACC-180", "1", "P180", DAY, "99213:100:0:97:1:N20", "20610:200:150:45:2")),
                // Sent back unread, sent again, received, denied under the number of the receipt.
                billOf("ACC-200", "1", "", "20260301", DAY, "99213:178"),
                rejection("ACC-200", DAY, "20260304", "A7"),
                billOf("ACC-200", "1", "", "20260310", DAY, "99214:178"),
                acceptance("ACC-200", DAY, "20260311", "A2", "P200"),
                remittance(PAYER, "T200", "20260325", paidClaim("ACC-200", "1", "P200", DAY, "99214:178:0:29:1")),
                // Denied and taken back.
                billOf("ACC-300", "1", "", "20260302", DAY, "99213:178"),
                remittance(PAYER, "T300", "20260318", paidClaim("ACC-300", "1", "P300", DAY, "99213:178:0:18:1")),
                billOf("ACC-300", "8", "P300", "20260410", DAY, "99213:178"),
                // No bill at all: two payers answer.
                remittance(PAYER, "T400", "20260318", paidClaim("ACC-400", "1", "P400", DAY, "99213:178:0:97:1")),
                remittance(
                        OTHER_PAYER, "T401", "20260428", paidClaim("ACC-400", "2", "Q400", DAY, "99213:178:60:23:1")),
                // Denied, taken back and decided anew on one day: the payer changed its mind.
                billOf("ACC-500", "1", "", "20260301", DAY, "99213:178"),
                remittance(PAYER, "T500", "20260318", paidClaim("ACC-500", "1", "P500", DAY, "99213:178:0:50:1")),
                remittance(PAYER, "T501", "20260501", paidClaim("ACC-500", "22", "P500", DAY, "99213:-178:0::1")),
                remittance(PAYER, "T502", "20260501", paidClaim("ACC-500", "1", "P500", DAY, "99213:178:178::1")),
                // A split claim, one part denied.
                billOf("ACC-600", "1", "", "20260301", DAY, "99213:100", "20610:200"),
                remittance(PAYER, "T600", "20260318", paidClaim("ACC-600", "1", "P600", DAY, "99213:100:100::1")),
                remittance(PAYER, "T601", "20260321", paidClaim("ACC-600", "1", "P601", DAY, "20610:200:0:197:2")),
                // Reduced by the first payer, the second one pays the rest.
                billOf("ACC-700", "1", "", "20260301", DAY, "99213:178", "36415:22"),
                remittance(
                        PAYER,
                        "T700",
                        "20260318",
                        paidClaim("ACC-700", "1", "P700", DAY, "99213:178:100:45:1", "36415:22:0:97:2")),
                remittance(
                        OTHER_PAYER,
                        "T701",
                        "20260410",
                        paidClaim("ACC-700", "2", "Q700", DAY, "99213:178:0:23:1", "36415:22:22::2")),
                // One answer told by two files.
                billOf("ACC-800", "1", "", "20260301", DAY, "99213:178"),
                remittance(PAYER, "T800", "20260318", paidClaim("ACC-800", "1", "P800", DAY, "99213:178:150:45:1")),
                remittance(
                        PAYER,
                        "T800",
                        "20260318",
                        paidClaim("ACC-800", "1", "P800", DAY, "99213:178:150:45:1"),
                        "PLB*1234567893*20261231*WO:77*-12.5~"),
                // The payer cuts the number off.
                billOf("ACC-9001234567", "1", "", "20260301", DAY, "99213:111"),
                remittance(PAYER, "T900", "20260318", paidClaim("ACC-9001", "1", "P900", DAY, "99213:111:0:97:1")),
                // The payer returns no number at all.
                billOf("ACC-970", "1", "", "20260301", DAY, "99213:123"),
                remittance(PAYER, "T970", "20260318", paidClaim("0", "1", "P970", DAY, "99213:123:0:97:1")),
                // Taken back twice, on two days.
                billOf("ACC-950", "1", "", "20260301", DAY, "99213:178"),
                billOf("ACC-950", "8", "", "20260312", DAY, "99213:178"),
                billOf("ACC-950", "8", "", "20260309", DAY, "99213:178"));
    }

    /// Records of our own kind, one a line.
    static List<String> records() {
        return """
                {"type":"claim","externalId":"A-1","practice":"1234567893","payer":"00431","submittedOn":"2026-03-02","lines":[{"n":1,"code":"99213","charge":"178.00","serviceDate":"2026-02-27"},{"n":2,"code":"36415","charge":"22.00","serviceDate":"2026-02-27"}]}
                {"type":"decision","claim":"A-1","payer":"00431","payerClaim":"P77","status":"1","decidedOn":"2026-03-18","charge":"200.00","paid":"0","lines":[{"n":1,"charge":"178.00","paid":"0","adjustments":["CO-97:178.00"]},{"n":2,"charge":"22.00","paid":"0","adjustments":["CO-97:22.00"]}]}
                {"type":"appeal","claim":"A-1","lines":[1],"level":1,"filedOn":"2026-03-25"}
                {"type":"appealOutcome","claim":"A-1","appealNo":1,"outcome":"upheld","decidedOn":"2026-04-20"}
                {"type":"appeal","claim":"A-1","lines":[1],"level":2,"filedOn":"2026-04-28"}
                {"type":"appealOutcome","claim":"A-1","appealNo":2,"outcome":"overturned","decidedOn":"2026-05-12"}
                {"type":"decision","claim":"A-1","payer":"00431","payerClaim":"P77","status":"1","decidedOn":"2026-05-20","charge":"200.00","paid":"150.00","lines":[{"n":1,"charge":"178.00","paid":"150.00","adjustments":["CO-45:28.00"]},{"n":2,"charge":"22.00","paid":"0","adjustments":["CO-97:22.00"]}]}
                {"type":"claim","externalId":"A-2","practice":"1234567893","payer":"00431","submittedOn":"2026-03-02","lines":[{"n":1,"code":"99213","charge":"178.00","serviceDate":"2026-02-27"}]}
                {"type":"acceptance","claim":"A-2","acceptedOn":"2026-03-03","codes":["A2:20"]}
                {"type":"decision","claim":"A-2","payer":"00431","payerClaim":"P78","status":"1","decidedOn":"2026-03-18","charge":"178.00","paid":"0","lines":[{"n":1,"charge":"178.00","paid":"0","adjustments":["CO-50:178.00"]}]}
                {"type":"appeal","claim":"A-2","level":1,"filedOn":"2026-03-25"}
                {"type":"reversal","claim":"A-2","payer":"00431","payerClaim":"P78","reversedOn":"2026-04-20","charge":"-178.00","paid":"0","lines":[{"n":1,"charge":"-178.00","paid":"0"}]}
                {"type":"decision","claim":"A-2","payer":"00431","payerClaim":"P78","status":"1","decidedOn":"2026-04-20","charge":"178.00","paid":"120.00","lines":[{"n":1,"charge":"178.00","paid":"120.00","adjustments":["CO-45:58.00"]}]}
                {"type":"claim","externalId":"A-3","practice":"1234567893","payer":"00431","submittedOn":"2026-03-02","lines":[{"n":1,"code":"99213","charge":"178.00","serviceDate":"2026-02-27"}]}
                {"type":"decision","claim":"A-3","payer":"00431","payerClaim":"P79","status":"1","decidedOn":"2026-03-18","charge":"178.00","paid":"0","lines":[{"n":1,"charge":"178.00","paid":"0","adjustments":["CO-16:178.00"]}]}
                {"type":"replacement","externalId":"A-3","practice":"1234567893","payer":"00431","frequency":"7","submittedOn":"2026-03-22","lines":[{"n":1,"code":"99214","charge":"190.00","serviceDate":"2026-02-27"}]}
                {"type":"decision","claim":"A-3","payer":"00431","payerClaim":"P80","status":"1","decidedOn":"2026-04-18","charge":"190.00","paid":"160.00","lines":[{"n":1,"charge":"190.00","paid":"160.00","adjustments":["CO-45:30.00"]}]}
                {"type":"void","claim":"A-3","voidedOn":"2026-05-18"}
                """.lines().toList();
    }

    /// A table: whole stories of claims, one row each.
    static String table() {
        return """
                id,providerId,patientName,dateOfService,procedureCodes,diagnosisCodes,modifiers,billedAmount,paidAmount,status,denialReason,submissionDate,processingDate
                C-1,PRV-1,Canary,2026-02-27,99213,I10,,100.00,80,paid,,2026-03-02,2026-03-09
                C-2,PRV-1,Canary,2026-02-27,20610,I10,,50.00,0,denied,Missing Modifier 25,2026-03-02,2026-03-09
                """;
    }
}
