package claimtrail.command.imports.x12;

import org.jspecify.annotations.Nullable;

/// Takes what a file says, in the order of the file.
public interface X12Sink {

    /// A whole record.
    void take(X12Record found);

    /// A record that waits for a person.
    void held(X12Record found, Finding why);

    /// A line for the report; the warnings of a record come before the record.
    ///
    /// @param claimNumber account number of the record concerned, if any: for a keyed token only, never written out
    void finding(Finding finding, @Nullable String claimNumber);
}
