package claimtrail.command.imports.x12;

/// Free text of the sender; for the vault, hence without a telling `toString`.
public record Note(String text) {

    @Override
    public String toString() {
        return "Note[for the vault]";
    }
}
