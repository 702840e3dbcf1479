package claimtrail.command.imports.csv;

import claimtrail.command.imports.csv.MappingProfile.AdjustmentColumns;
import claimtrail.command.imports.csv.MappingProfile.AmountColumn;
import claimtrail.command.imports.csv.MappingProfile.ClaimColumns;
import claimtrail.command.imports.csv.MappingProfile.DayColumn;
import claimtrail.command.imports.csv.MappingProfile.LineColumns;
import claimtrail.command.imports.csv.MappingProfile.Named;
import claimtrail.command.imports.csv.MappingProfile.Status;
import claimtrail.command.imports.csv.MappingProfile.StatusColumn;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a mapping profile from its JSON. A profile that names nothing twice over and nothing in vain is refused by
/// the pointer of the member that is wrong.
final class ProfileMembers {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,2}");

    /// Charsets in which a newline, a quote and a delimiter are one byte each.
    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "windows-1252", Charset.forName("windows-1252"),
            "us-ascii", StandardCharsets.US_ASCII);

    private ProfileMembers() {}

    /// @throws ProfileInvalid by the pointer of the wrong member
    static MappingProfile profile(JsonNode mapping) {
        var profile = Members.of(mapping, "", ProfileMembers::profile);
        checkColumns(profile);
        return profile;
    }

    private static MappingProfile profile(Members it) {
        var name = it.text("profile");
        if (!NAME.matcher(name).matches()) {
            throw new ProfileInvalid("/profile", "A name is 1 to 40 small letters, digits and hyphens.");
        }
        var delimiter = it.character("delimiter", ",");
        var quote = it.character("quote", "\"");
        if (delimiter == quote) {
            throw new ProfileInvalid("/quote", "Quote and delimiter are different characters.");
        }
        var groupBy = it.texts("groupBy");
        var claim = it.object("claim", ProfileMembers::claim);
        var grouping = it.get("grouping") == null ? null : String.valueOf(it.character("grouping", ","));
        if (grouping != null && grouping.matches("[-+.0-9]")) {
            throw new ProfileInvalid("/grouping", "Amounts are not grouped by a sign, a point or a digit.");
        }
        return new MappingProfile(
                name,
                it.textOr("source", "csv"),
                delimiter,
                quote,
                encoding(it),
                it.flag("header", true),
                it.flag("sorted", false),
                groupBy.isEmpty() ? List.of(claim.id()) : groupBy,
                claim,
                it.object("line", ProfileMembers::line),
                it.objectOrNull("status", ProfileMembers::status),
                it.each("adjustments", (value, at) -> Members.of(value, at, ProfileMembers::adjustment)),
                grouping,
                it.get("nulls") == null ? List.of("") : it.texts("nulls"),
                it.texts("ignore"));
    }

    private static Charset encoding(Members it) {
        var charset = ENCODINGS.get(it.textOr("encoding", "utf-8").toLowerCase(Locale.ROOT));
        if (charset == null) {
            throw new ProfileInvalid("/encoding", "This is one of utf-8, iso-8859-1, windows-1252, us-ascii.");
        }
        return charset;
    }

    private static ClaimColumns claim(Members it) {
        return new ClaimColumns(
                it.text("id"),
                named(it, "provider"),
                named(it, "payer"),
                amount(it, "charge"),
                amount(it, "paid"),
                day(it, "submittedOn"),
                dayOrNull(it, "decidedOn"),
                it.textOrNull("diagnoses"),
                it.textOrNull("diagnosisSeparator"),
                it.textOrNull("patientName"),
                it.textOrNull("memberId"),
                dayOrNull(it, "bornOn"),
                it.textOrNull("denialReason"));
    }

    private static LineColumns line(Members it) {
        return new LineColumns(
                it.text("code"),
                it.textOrNull("codeSeparator"),
                it.texts("modifiers"),
                it.text("charge"),
                it.textOrNull("paid"),
                day(it, "serviceDate"),
                it.textOrNull("units"),
                it.textOrNull("place"));
    }

    /// A column, or one value for all rows.
    private static @Nullable Named named(Members it, String name) {
        var value = it.get(name);
        if (value == null) {
            return null;
        }
        return value.isObject()
                ? Members.of(value, it.at(name), same -> new Named(null, same.text("value")))
                : new Named(it.text(name), null);
    }

    /// A column, or the sum of one.
    private static @Nullable AmountColumn amount(Members it, String name) {
        var value = it.get(name);
        if (value == null) {
            return null;
        }
        return value.isObject()
                ? Members.of(value, it.at(name), sum -> new AmountColumn(sum.text("sumOf"), true))
                : new AmountColumn(it.text(name), false);
    }

    private static DayColumn day(Members it, String name) {
        var day = dayOrNull(it, name);
        if (day == null) {
            throw new ProfileInvalid(it.at(name), "This member is required.");
        }
        return day;
    }

    /// A column of ISO days, or one with its format.
    private static @Nullable DayColumn dayOrNull(Members it, String name) {
        var value = it.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            return new DayColumn(it.text(name), "yyyy-MM-dd");
        }
        return Members.of(value, it.at(name), day -> {
            var format = day.textOr("format", "yyyy-MM-dd");
            checkFormat(format, day.at("format"));
            return new DayColumn(day.text("col"), format);
        });
    }

    /// A format is usable when a day written in it is read back as the same day.
    private static void checkFormat(String format, String pointer) {
        var day = LocalDate.of(2026, 11, 23);
        try {
            var formatter = TableRow.format(format);
            if (LocalDate.parse(formatter.format(day), formatter).equals(day)) {
                return;
            }
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new ProfileInvalid(pointer, "No day can be read in this format; MM/dd/yyyy is one.");
        }
        throw new ProfileInvalid(pointer, "A format holds year, month and day, such as MM/dd/yyyy.");
    }

    private static StatusColumn status(Members it) {
        var words = Objects.requireNonNull(
                it.get("map") == null ? Map.<String, Status>of() : it.object("map", ProfileMembers::words));
        if (words.isEmpty()) {
            throw new ProfileInvalid("/status/map", "Say what the words of this column mean.");
        }
        if (!it.textOr("unknown", "hold").equals("hold")) {
            throw new ProfileInvalid("/status/unknown", "A word that is not mapped is held: hold.");
        }
        return new StatusColumn(it.text("col"), words);
    }

    private static Map<String, Status> words(Members it) {
        var words = new HashMap<String, Status>();
        for (var word : it.names()) {
            words.put(
                    word,
                    switch (it.text(word)) {
                        case "paid" -> Status.PAID;
                        case "denied" -> Status.DENIED;
                        case "rejected" -> Status.REJECTED;
                        case "pending" -> Status.PENDING;
                        default ->
                            throw new ProfileInvalid(it.at(word), "A word means paid, denied, rejected or pending.");
                    });
        }
        return words;
    }

    private static AdjustmentColumns adjustment(Members it) {
        return new AdjustmentColumns(it.textOrNull("group"), it.text("carc"), it.text("amount"));
    }

    private static void checkColumns(MappingProfile profile) {
        var mapped = profile.mapped();
        if (!profile.header()) {
            for (var column : mapped) {
                if (!PLACE.matcher(column).matches()) {
                    throw new ProfileInvalid("/header", "Without a header columns are named by their place, from 1.");
                }
            }
        }
        for (int i = 0; i < profile.ignore().size(); i++) {
            var pattern = profile.ignore().get(i);
            if (pattern.isEmpty() || mapped.stream().anyMatch(it -> MappingProfile.covers(pattern, it))) {
                throw new ProfileInvalid("/ignore/" + i, "This covers a column that is mapped.");
            }
        }
    }
}
