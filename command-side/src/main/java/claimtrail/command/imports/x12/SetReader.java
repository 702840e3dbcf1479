package claimtrail.command.imports.x12;

/// Reads the segments between ST and SE of one kind of transaction set.
sealed interface SetReader permits RemittanceReader, SubmissionReader, AcknowledgementReader, OtherSetReader {

    SetKind kind();

    /// One more segment of the set.
    void visit(Segment s);

    /// The set ends.
    ///
    /// @param cut without an SE: the record that was open is held
    void end(boolean cut);
}
