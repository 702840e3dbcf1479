package claimtrail.command.imports.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Which column of a table means what. Data, not code; the built-in ones are resources.
///
/// @param profile its name
/// @param source of the claim numbers, such as `csv`
/// @param delimiter one character
/// @param groupBy columns that together name a claim
/// @param sorted rows of one claim are adjacent: then memory is constant without a spill file
/// @param nulls texts that mean nothing
/// @param ignore columns that are not looked at, `*` at the end for a prefix
public record MappingProfile(
        String profile,
        String source,
        String delimiter,
        String quote,
        boolean sorted,
        List<String> groupBy,
        ClaimColumns claim,
        LineColumns line,
        @Nullable StatusColumn status,
        List<AdjustmentColumns> adjustments,
        List<String> nulls,
        List<String> ignore) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public MappingProfile {
        groupBy = List.copyOf(groupBy);
        adjustments = List.copyOf(adjustments);
        nulls = List.copyOf(nulls);
        ignore = List.copyOf(ignore);
    }

    /// Columns that are the same on every row of a claim.
    ///
    /// @param charge absent: the sum of the lines
    /// @param paid absent: the sum of the lines
    public record ClaimColumns(
            String id,
            String provider,
            @Nullable String payer,
            @Nullable String charge,
            @Nullable String paid,
            DayColumn submittedOn,
            @Nullable DayColumn decidedOn,
            @Nullable String diagnoses,
            @Nullable String diagnosisSeparator,
            @Nullable String patientName,
            @Nullable String memberId,
            @Nullable DayColumn bornOn,
            @Nullable String denialReason) {}

    /// Columns of one row.
    ///
    /// @param codeSeparator where one row holds several codes
    public record LineColumns(
            String code,
            @Nullable String codeSeparator,
            List<String> modifiers,
            String charge,
            @Nullable String paid,
            DayColumn serviceDate,
            @Nullable String units,
            @Nullable String place) {}

    /// A day and how it is written.
    public record DayColumn(String col, String format) {}

    /// Words of a status: `paid`, `denied`, `rejected`, `pending`. A word that is not mapped is held for a person.
    public record StatusColumn(String col, Map<String, String> map) {}

    /// One adjustment of a row.
    public record AdjustmentColumns(@Nullable String group, String carc, String amount) {}

    /// A built-in profile.
    public static Optional<MappingProfile> builtIn(String name) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            return Optional.empty();
        }
        try (var in = MappingProfile.class.getResourceAsStream("/imports/profiles/" + name + ".json")) {
            return in == null ? Optional.empty() : Optional.of(MAPPER.readValue(in, MappingProfile.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a built-in mapping profile", e);
        }
    }

    /// The columns without which a table does not fit the profile.
    public List<String> required() {
        return java.util.stream.Stream.concat(
                        groupBy.stream(),
                        java.util.stream.Stream.of(
                                claim.id(),
                                claim.provider(),
                                claim.submittedOn().col(),
                                line.code(),
                                line.charge()))
                .distinct()
                .toList();
    }
}
