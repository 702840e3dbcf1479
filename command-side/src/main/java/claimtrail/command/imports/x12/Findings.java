package claimtrail.command.imports.x12;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was found in one file: reported one by one up to the limit of warnings, counted without end.
final class Findings {

    /// Further unknown tags are counted together, so that a broken file takes no memory.
    private static final int MOST_TAGS = 500;

    private final X12Sink sink;
    private final int mostWarnings;
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
    private final Map<String, Long> unknownTags = new TreeMap<>();
    private long warnings;
    int transaction;

    Findings(X12Sink sink, Limits limits) {
        this.sink = sink;
        mostWarnings = limits.warnings();
    }

    Map<FindingCode, Long> counts() {
        return counts;
    }

    Map<String, Long> unknownTags() {
        return unknownTags;
    }

    long warnings() {
        return warnings;
    }

    void warn(FindingCode code, Segment at) {
        warn(code, at.number, at.from, at.to - at.from, at.tagText());
    }

    void warn(FindingCode code, Segment at, int element) {
        report(of(code, Severity.WARNING, at, element), null);
    }

    void warn(FindingCode code, Place at, String where) {
        warn(code, at.firstSegment(), at.from(), at.to() - at.from(), where);
    }

    void warn(FindingCode code, long segment, long byteOffset, long length, String where) {
        report(new Finding(code, Severity.WARNING, transaction, segment, byteOffset, length, where), null);
    }

    void refuse(FindingCode code, Segment at) {
        report(
                new Finding(code, Severity.REFUSED, transaction, at.number, at.from, at.to - at.from, at.tagText()),
                null);
    }

    void refuseFile(FindingCode code, long byteOffset, long length) {
        report(new Finding(code, Severity.REFUSED, transaction, 0, byteOffset, length, ""), null);
    }

    /// @param element 0 for the segment as a whole
    Finding of(FindingCode code, Severity severity, Segment at, int element) {
        if (element == 0) {
            return new Finding(code, severity, transaction, at.number, at.from, at.to - at.from, at.tagText());
        }
        var where = at.tagText() + (element < 10 ? "0" : "") + element;
        return new Finding(code, severity, transaction, at.number, at.offset(element), at.length(element), where);
    }

    void unknown(Segment at) {
        var tag = at.tagText();
        var known = unknownTags.containsKey(tag) || unknownTags.size() < MOST_TAGS;
        if (unknownTags.merge(known ? tag : "", 1L, Long::sum) == 1) {
            warn(FindingCode.SEGMENT_UNKNOWN, at);
        }
    }

    /// @param claimNumber account number of the record concerned: for a keyed token, never to be written out
    void report(Finding finding, @Nullable String claimNumber) {
        count(finding.code());
        if (finding.severity() == Severity.WARNING && ++warnings > mostWarnings) {
            return;
        }
        sink.finding(finding, claimNumber);
    }

    /// Counts a finding that reaches the sink together with its record.
    void count(FindingCode code) {
        counts.merge(code, 1L, Long::sum);
    }
}
