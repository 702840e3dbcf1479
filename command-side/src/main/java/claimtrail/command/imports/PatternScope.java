package claimtrail.command.imports;

import claimtrail.command.imports.reading.LineStated;
import java.util.List;
import java.util.UUID;

/// What ties claims to a pattern without a detector: its codes expose, its reason class links.
///
/// @param codes procedure codes; none: every line of the practice
public record PatternScope(UUID pattern, String reasonClass, List<String> codes) {

    public PatternScope {
        codes = List.copyOf(codes);
    }

    /// The lines that could have been denied for the pattern.
    List<Integer> exposed(List<LineStated> lines) {
        return lines.stream()
                .filter(line -> codes.isEmpty() || codes.contains(line.code()))
                .map(LineStated::no)
                .toList();
    }

    /// The patterns of a practice that were declared or imported.
    public interface Patterns {

        List<PatternScope> of(UUID practice);
    }
}
