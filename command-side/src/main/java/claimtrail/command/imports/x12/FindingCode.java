package claimtrail.command.imports.x12;

/// The public codes of an import report.
///
/// Some need more than one file or a code list; those are raised where that knowledge is, not by the reader of a file.
public enum FindingCode {
    /// Bytes between segments that mean nothing: byte-order mark, blank lines, spaces, text after the last IEA.
    PADDING,
    /// A piece of the envelope (ISA, GS, SE, GE, IEA) is not there.
    ENVELOPE_MISSING,
    /// The ISA is not padded to its fixed width.
    ISA_COLLAPSED,
    /// The last segment has no terminator.
    TERMINATOR_MISSING,
    /// The ISA declares another component separator than the file uses.
    COMPONENT_SEPARATOR_DIFFERS,
    /// The file is UTF-16.
    ENCODING_UNSUPPORTED,
    /// SE01, GE01 or IEA01 is not the number of segments, sets or groups that were there.
    CONTROL_COUNT,
    /// SE02, GE02 or IEA02 is not the number of the opening segment.
    CONTROL_NUMBER,
    /// Elements that the segment needs are not there.
    SEGMENT_SHORT,
    /// A segment that the transaction set does not know.
    SEGMENT_UNKNOWN,
    /// A tag or code was sent in lower case.
    CASE_FOLDED,
    /// The set is of version 4010.
    VERSION_4010,
    /// A set ends without SE; the claim that was open is held.
    TRANSACTION_CUT,
    /// The same account number stands on a hundred claims or more of one file.
    ID_REUSED,
    /// An amount has more than two significant decimals.
    AMOUNT_NOT_IN_CENTS,
    /// An amount is beyond 9,999,999,999.99.
    AMOUNT_TOO_LARGE,
    /// A National Provider Identifier fails its check digit.
    NPI_CHECK_DIGIT,
    /// SVC02 less the adjustments of the line is not SVC03.
    LINE_UNBALANCED,
    /// CLP03 less all adjustments is not CLP04.
    CLAIM_UNBALANCED,
    /// The lines do not add up to the claim.
    LINES_VS_CLAIM,
    /// CLP05 is not the sum of the adjustments of group PR.
    PATIENT_SHARE,
    /// A reversal does not carry the negated amounts of what it takes back.
    REVERSAL_NOT_MIRROR,
    /// BPR02 is not the sum of CLP04 less the sum of PLB.
    REMIT_UNBALANCED,
    /// The parts of a split claim do not add up to its charge.
    SPLIT_SUM,
    /// The totals of a 277CA are not those of its claims; written `277_TOTALS`.
    TOTALS_277,
    /// TS3 totals are not those of the claims behind it.
    TS_TOTALS,
    /// The adjustment needs a remark code, and there is none.
    REMARK_MISSING,
    /// The file, or a set of it, is of no kind we read.
    NOT_RECOGNISED,
    /// A segment does not begin with two or three letters or digits.
    TAG_INVALID,
    /// An element without which the record means nothing is not there.
    REQUIRED_MISSING,
    /// Not an amount.
    AMOUNT_UNREADABLE,
    /// Not a date.
    DATE_UNREADABLE,
    /// Not of the shape of its code list; kept as sent.
    CODE_UNREADABLE,
    /// A submitted claim has no line.
    CLAIM_WITHOUT_LINES,
    /// A decision names no claim.
    DECISION_WITHOUT_CLAIM_ID,
    /// A claim status of no list; kept as sent.
    STATUS_UNKNOWN,
    /// An adjustment group other than CO, PR, OA, PI and, in 4010, CR.
    GROUP_UNKNOWN,
    /// An adjustment reason of no loaded list.
    CARC_UNKNOWN,
    /// A remark of no loaded list.
    RARC_UNKNOWN,
    /// The practice of the record is not known.
    PRACTICE_UNKNOWN,
    /// The payer of the record was made up from its alias.
    PAYER_PROVISIONAL,
    /// A limit was passed.
    LIMIT_EXCEEDED,
    /// An archive is nested, has too many entries, or expands too far.
    ARCHIVE_SUSPECT;

    /// The code as it is written on a report.
    public String code() {
        return this == TOTALS_277 ? "277_TOTALS" : name();
    }
}
