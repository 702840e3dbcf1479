package claimtrail.simulator.bench.history;

import java.util.List;
import java.util.stream.IntStream;

/// What is billed and why it is denied; the mixes are those of a family practice, rounded.
final class Codes {

    /// Visits, the frequent ones more than once.
    static final List<String> VISITS = List.of(
            "99213", "99213", "99213", "99213", "99214", "99214", "99214", "99214", "99214", "99203", "99204", "99212",
            "99215", "99202", "99396");

    /// Procedures and tests, the frequent ones first.
    static final List<String> PROCEDURES = List.of(
            "36415", "93000", "20610", "85025", "80053", "81001", "71046", "17110", "90471", "96372", "11042", "11721",
            "17000", "69210", "73030", "73562", "87880", "94640", "97110", "97140", "80061", "83036", "84443", "82306",
            "87804", "94010", "95004", "99406", "10060", "11102", "11200", "12001", "20550", "20552", "20600", "20605",
            "29125", "29130", "30901", "31231", "45378", "46600", "51798", "57452", "58100", "64450", "76705", "77067",
            "77080", "92551", "93306", "93880");

    static final List<String> DIAGNOSES = List.of(
            "I10", "E11.9", "M17.11", "J06.9", "E78.5", "M54.50", "F41.1", "K21.9", "Z00.00", "N39.0", "L57.0",
            "M25.561");

    static final List<String> PLACES = List.of("11", "11", "11", "11", "22", "02");

    /// A code by which a line is denied.
    ///
    /// @param carc as sent, in group CO
    /// @param reasonClass what day one makes of it
    record Refusal(String carc, String reasonClass) {}

    /// The frequent ones more than once.
    static final List<Refusal> REFUSALS = List.of(
            new Refusal("16", "DATA"),
            new Refusal("16", "DATA"),
            new Refusal("97", "BUNDLED"),
            new Refusal("97", "BUNDLED"),
            new Refusal("27", "COVERAGE_DATES"),
            new Refusal("197", "AUTHORIZATION"),
            new Refusal("204", "NOT_COVERED"),
            new Refusal("252", "DOCUMENTATION"),
            new Refusal("50", "NECESSITY"),
            new Refusal("4", "MODIFIER_OTHER"),
            new Refusal("22", "OTHER_PAYER"),
            new Refusal("29", "TIMELY"),
            new Refusal("119", "FREQUENCY"),
            new Refusal("11", "CODE_MISMATCH"),
            new Refusal("B7", "ENROLLMENT"),
            new Refusal("150", "LEVEL_REDUCED"));

    private Codes() {}

    /// A procedure; the first of the list come often, the last seldom.
    static String procedure(Dice dice) {
        return PROCEDURES.get(Math.min(dice.below(PROCEDURES.size()), dice.below(PROCEDURES.size())));
    }

    /// So many procedures in a row, beginning anywhere.
    static List<String> procedures(int first, int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> PROCEDURES.get((first + it) % PROCEDURES.size()))
                .toList();
    }

    /// What a practice charges for a code: always the same.
    static long cents(String code) {
        return code.startsWith("99")
                ? 12_000 + Math.floorMod(code.hashCode(), 16) * 1_000L
                : 1_500 + Math.floorMod(code.hashCode() * 31, 60) * 1_000L;
    }
}
