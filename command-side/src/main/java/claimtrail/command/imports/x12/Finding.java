package claimtrail.command.imports.x12;

/// One line of an import report: what was found where, never an element's text.
///
/// @param transaction number of the transaction set in the file, from 1; 0 outside of one
/// @param segment number of the segment in the file, from 1; 0 for the file as a whole
/// @param byteOffset first byte concerned, from the start of the unpacked file
/// @param length bytes concerned
/// @param where element such as `CLP03`, or segment tag; empty for the file as a whole
public record Finding(
        FindingCode code,
        Severity severity,
        int transaction,
        long segment,
        long byteOffset,
        long length,
        String where) {

    /// Whether a record is not stored because of it.
    public boolean isRefused() {
        return severity == Severity.REFUSED;
    }
}
