package claimtrail.command.imports;

/// What came in at the door and is being read: one file, or the files of an archive.
public sealed interface Taken permits ImportRun, ArchiveRun {}
