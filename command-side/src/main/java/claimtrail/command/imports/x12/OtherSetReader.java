package claimtrail.command.imports.x12;

/// Passes over a transaction set that we do not read.
final class OtherSetReader implements SetReader {

    @Override
    public SetKind kind() {
        return SetKind.OTHER;
    }

    @Override
    public void visit(Segment s) {}

    @Override
    public void end(boolean cut) {}
}
