package claimtrail.command.imports.x12;

/// What the readers of one file share: where records and findings go, and how many there were.
final class Intake {

    final X12Sink sink;
    final Findings findings;
    final Limits limits;
    final Dates dates;
    final NumberWatch numbers = new NumberWatch();
    long records;
    long stored;
    long held;
    long refused;

    Intake(X12Sink sink, Findings findings, X12Options options) {
        this.sink = sink;
        this.findings = findings;
        limits = options.limits();
        dates = new Dates(options.today());
    }

    void store(X12Record record) {
        stored++;
        sink.take(record);
    }

    void hold(X12Record record, FindingCode code, String where) {
        held++;
        var at = record.place();
        findings.count(code);
        sink.held(
                record,
                new Finding(
                        code,
                        Severity.HELD,
                        at.transaction(),
                        at.firstSegment(),
                        at.from(),
                        at.to() - at.from(),
                        where));
    }
}
