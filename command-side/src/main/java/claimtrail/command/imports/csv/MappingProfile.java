package claimtrail.command.imports.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Which column of a table means what. Data, not code; the built-in ones are resources.
///
/// @param profile its name
/// @param source of the claim numbers, such as `csv`
/// @param delimiter between columns
/// @param header the first row names the columns; else they are named by their place, from `1`
/// @param groupBy columns that together name a claim
/// @param sorted rows of one claim are adjacent: then memory is constant without a spill file
/// @param grouping what amounts are grouped by, as in `1,234.50`
/// @param nulls texts that mean nothing
/// @param ignore columns that are not looked at, `*` at the end for a prefix; where any is named, a column that
///     is neither named nor ignored is reported
public record MappingProfile(
        String profile,
        String source,
        char delimiter,
        char quote,
        Charset encoding,
        boolean header,
        boolean sorted,
        List<String> groupBy,
        ClaimColumns claim,
        LineColumns line,
        @Nullable StatusColumn status,
        List<AdjustmentColumns> adjustments,
        @Nullable String grouping,
        List<String> nulls,
        List<String> ignore) {

    /// Names of the profiles that we ship, in the order in which a table is held against them.
    public static final List<String> BUILT_IN = List.of("portal", "cms-research");

    private static final JsonMapper MAPPER = new JsonMapper();

    public MappingProfile {
        groupBy = List.copyOf(groupBy);
        adjustments = List.copyOf(adjustments);
        nulls = List.copyOf(nulls);
        ignore = List.copyOf(ignore);
    }

    /// Columns that are the same on every row of a claim.
    ///
    /// @param provider absent: not stated
    /// @param payer absent: not stated
    /// @param charge absent: the sum of the lines
    /// @param paid absent: the sum of the lines
    public record ClaimColumns(
            String id,
            @Nullable Named provider,
            @Nullable Named payer,
            @Nullable AmountColumn charge,
            @Nullable AmountColumn paid,
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
            @Nullable String place) {
        public LineColumns {
            modifiers = List.copyOf(modifiers);
        }
    }

    /// Somebody named by a column, or the same one for the whole table.
    ///
    /// @param col absent where there is a value
    public record Named(@Nullable String col, @Nullable String value) {}

    /// An amount of a claim: of its first row, or the sum over its rows.
    public record AmountColumn(String col, boolean sum) {}

    /// A day and how it is written.
    public record DayColumn(String col, String format) {}

    /// Words of a status. A word that is not mapped is held for a person.
    public record StatusColumn(String col, Map<String, Status> map) {
        public StatusColumn {
            map = Map.copyOf(map);
        }
    }

    /// What a word of the status column may mean.
    public enum Status {
        PAID,
        DENIED,
        REJECTED,
        /// No answer yet.
        PENDING
    }

    /// One adjustment of a row.
    public record AdjustmentColumns(@Nullable String group, String carc, String amount) {}

    /// A built-in profile.
    public static Optional<MappingProfile> builtIn(String name) {
        return builtInText(name).map(MappingProfile::read);
    }

    /// The JSON of a built-in profile.
    public static Optional<String> builtInText(String name) {
        if (!BUILT_IN.contains(name)) {
            return Optional.empty();
        }
        try (var in = MappingProfile.class.getResourceAsStream("/imports/profiles/" + name + ".json")) {
            return Optional.of(new String(
                    Objects.requireNonNull(in, "a profile that we ship").readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a built-in mapping profile", e);
        }
    }

    /// A profile that was published.
    ///
    /// @throws ProfileInvalid if it would be refused today
    public static MappingProfile read(String mapping) {
        return ProfileMembers.profile(MAPPER.readTree(mapping));
    }

    /// The columns without which a table does not fit the profile.
    public List<String> required() {
        var columns = new TreeSet<>(groupBy);
        columns.add(claim.id());
        add(columns, claim.provider() == null ? null : claim.provider().col());
        columns.add(claim.submittedOn().col());
        columns.add(line.code());
        columns.add(line.charge());
        columns.add(line.serviceDate().col());
        if (status != null) {
            columns.add(status.col());
        }
        return List.copyOf(columns);
    }

    /// All columns that mean something.
    Set<String> mapped() {
        var columns = new TreeSet<>(required());
        add(columns, claim.payer() == null ? null : claim.payer().col());
        add(columns, claim.charge() == null ? null : claim.charge().col());
        add(columns, claim.paid() == null ? null : claim.paid().col());
        add(columns, claim.decidedOn() == null ? null : claim.decidedOn().col());
        add(columns, claim.diagnoses());
        add(columns, claim.patientName());
        add(columns, claim.memberId());
        add(columns, claim.bornOn() == null ? null : claim.bornOn().col());
        add(columns, claim.denialReason());
        columns.addAll(line.modifiers());
        add(columns, line.paid());
        add(columns, line.units());
        add(columns, line.place());
        for (var it : adjustments) {
            add(columns, it.group());
            columns.add(it.carc());
            columns.add(it.amount());
        }
        return columns;
    }

    /// Whether a pattern such as `BENE_*` covers a column.
    static boolean covers(String pattern, String column) {
        return pattern.endsWith("*")
                ? column.startsWith(pattern.substring(0, pattern.length() - 1))
                : column.equals(pattern);
    }

    private static void add(Set<String> columns, @Nullable String column) {
        if (column != null) {
            columns.add(column);
        }
    }
}
