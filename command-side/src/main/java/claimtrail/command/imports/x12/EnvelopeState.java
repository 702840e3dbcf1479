package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.FindingCode.CONTROL_COUNT;
import static claimtrail.command.imports.x12.FindingCode.CONTROL_NUMBER;
import static claimtrail.command.imports.x12.FindingCode.ENVELOPE_MISSING;
import static claimtrail.command.imports.x12.FindingCode.SEGMENT_SHORT;
import static claimtrail.command.imports.x12.FindingCode.VERSION_4010;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Follows ISA, GS and ST and checks what closes them; nothing of it stops the reading.
final class EnvelopeState {

    private final Findings findings;
    private final Dates dates;
    private boolean interchange;
    private boolean group;
    private boolean set;
    private boolean groupMissed;
    private @Nullable String sender;
    private @Nullable String interchangeControl;
    private @Nullable String interchangeVersion;
    private @Nullable LocalDate interchangeDay;
    private @Nullable String groupControl;
    private @Nullable String groupVersion;
    private @Nullable String groupCode;
    private @Nullable LocalDate groupDay;
    private int groups;
    private int setsOfGroup;
    private int sets;
    private long setSegment;
    private long setFrom;
    private long setTo;
    private Envelope current = new Envelope(null, null, null, null, null);

    EnvelopeState(Findings findings, Dates dates) {
        this.findings = findings;
        this.dates = dates;
    }

    Envelope current() {
        return current;
    }

    /// GS01: HC claims, HP payments, HN status.
    @Nullable
    String groupCode() {
        return groupCode;
    }

    /// GS04, else ISA09.
    @Nullable
    LocalDate day() {
        return groupDay != null ? groupDay : interchangeDay;
    }

    int sets() {
        return sets;
    }

    long setSegment() {
        return setSegment;
    }

    long setFrom() {
        return setFrom;
    }

    long setTo() {
        return setTo;
    }

    void isa(Segment s) {
        closeInterchange(s);
        interchange = true;
        groupMissed = false;
        groups = 0;
        sender = s.textOrNull(6);
        interchangeControl = s.textOrNull(13);
        interchangeVersion = s.textOrNull(12);
        interchangeDay = day(s, 9);
    }

    void gs(Segment s) {
        if (!interchange && !groupMissed) {
            findings.warn(ENVELOPE_MISSING, s.number, s.from, 0, "ISA");
        }
        closeGroup(s);
        group = true;
        groups++;
        setsOfGroup = 0;
        groupCode = s.upper(1);
        groupDay = day(s, 4);
        groupControl = s.textOrNull(6);
        groupVersion = s.upper(8);
        if (s.elements() < 8) {
            findings.warn(SEGMENT_SHORT, s);
        }
    }

    void st(Segment s) {
        findings.transaction = ++sets;
        if (!group && !groupMissed) {
            groupMissed = true;
            findings.warn(ENVELOPE_MISSING, s.number, s.from, 0, "GS");
            if (!interchange) {
                findings.warn(ENVELOPE_MISSING, s.number, s.from, 0, "ISA");
            }
        }
        set = true;
        setsOfGroup++;
        setSegment = s.number;
        setFrom = s.from;
        setTo = s.to;
        var version = groupVersion != null ? groupVersion : s.has(3) ? s.upper(3) : interchangeVersion;
        current = new Envelope(sender, interchangeControl, groupControl, s.textOrNull(2), version);
        if (s.elements() < 2) {
            findings.warn(SEGMENT_SHORT, s);
        }
        if (current.isVersion4010()) {
            findings.warn(VERSION_4010, s);
        }
    }

    void se(Segment s) {
        if (!set) {
            findings.warn(ENVELOPE_MISSING, s.number, s.from, 0, "ST");
            return;
        }
        set = false;
        close(s, s.number - setSegment + 1, current.setControl());
    }

    /// A set that ends without SE.
    void cut() {
        set = false;
    }

    void ge(Segment s) {
        findings.transaction = 0;
        if (!group) {
            findings.warn(ENVELOPE_MISSING, s.number, s.from, 0, "GS");
            return;
        }
        close(s, setsOfGroup, groupControl);
        forgetGroup();
    }

    void iea(Segment s) {
        findings.transaction = 0;
        closeGroup(s);
        if (!interchange) {
            if (!groupMissed) {
                findings.warn(ENVELOPE_MISSING, s.number, s.from, 0, "ISA");
            }
            return;
        }
        close(s, groups, interchangeControl);
        forgetInterchange();
    }

    void end(Segment last) {
        findings.transaction = 0;
        closeInterchange(last);
    }

    private void closeInterchange(Segment at) {
        findings.transaction = 0;
        closeGroup(at);
        if (interchange) {
            findings.warn(ENVELOPE_MISSING, at.number, at.from, 0, "IEA");
        }
        forgetInterchange();
    }

    private void closeGroup(Segment at) {
        if (group) {
            findings.warn(ENVELOPE_MISSING, at.number, at.from, 0, "GE");
        }
        forgetGroup();
    }

    private void forgetGroup() {
        group = false;
        groupControl = groupVersion = groupCode = null;
        groupDay = null;
    }

    private void forgetInterchange() {
        interchange = false;
        sender = interchangeControl = interchangeVersion = null;
        interchangeDay = null;
    }

    private void close(Segment s, long counted, @Nullable String control) {
        if (s.elements() < 2) {
            findings.warn(SEGMENT_SHORT, s);
        }
        if (s.has(1) && !isCount(s, counted)) {
            findings.warn(CONTROL_COUNT, s, 1);
        }
        if (s.has(2) && control != null && !control.equals(s.text(2))) {
            findings.warn(CONTROL_NUMBER, s, 2);
        }
    }

    private static boolean isCount(Segment s, long counted) {
        long told = s.cents(1);
        return !Amount.isFault(told) && told == 100 * counted;
    }

    private @Nullable LocalDate day(Segment s, int element) {
        return s.has(element) ? dates.day(s.bytes, s.from(element), s.to(element)) : null;
    }
}
