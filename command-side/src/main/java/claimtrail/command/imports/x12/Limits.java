package claimtrail.command.imports.x12;

/// How large the parts of a file may be before the record, or the file, is refused; memory stays flat below them.
///
/// @param elementBytes longest element
/// @param segmentBytes longest segment
/// @param elements most elements of one segment
/// @param repetitions most repetitions of one element
/// @param lines most lines of one claim
/// @param adjustments most adjustments of one line, or of the claim as a whole
/// @param warnings most warnings reported one by one; further ones are only counted
public record Limits(
        int elementBytes, int segmentBytes, int elements, int repetitions, int lines, int adjustments, int warnings) {

    /// The defaults of the product.
    public static Limits standard() {
        return new Limits(1 << 20, 4 << 20, 200, 50, 999, 99, 10_000);
    }
}
