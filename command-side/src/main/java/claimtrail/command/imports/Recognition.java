package claimtrail.command.imports;

import claimtrail.command.imports.csv.MappingProfile;
import claimtrail.command.imports.csv.TableReader;
import claimtrail.command.imports.interchange.InterchangeReader;
import claimtrail.command.imports.json.OwnReader;
import claimtrail.command.imports.portal.PortalReader;
import claimtrail.command.imports.reading.FileContent;
import claimtrail.event.imports.ImportEvent.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells what a file is by its first bytes, whatever the sender calls it.
final class Recognition {

    private static final int HEAD = 4096; // bytes

    /// The first object of the file names the type of our own records.
    private static final Pattern OWN_RECORD = Pattern.compile(
            "^(?:\\[\\s*)?\\{[^{}]*\"type\"\\s*:\\s*\"(?:claim|replacement|void"
                    + "|acceptance|rejection|decision|reversal|appeal|appealOutcome|practice|correction|policy|provider)\"");

    private static final Pattern X12_START = Pattern.compile("^(?:ISA|GS|ST)[^A-Z0-9 ]", Pattern.CASE_INSENSITIVE);
    private static final Pattern X12_SET =
            Pattern.compile("(?:^|[^A-Z0-9 ])ST[^A-Z0-9 ](\\d{3})[^A-Z0-9]", Pattern.CASE_INSENSITIVE);

    /// A FHIR resource is no file of the portal: each of its members would be refused as an unreadable record.
    private static final Pattern FHIR_RESOURCE =
            Pattern.compile("\"resourceType\"\\s*:\\s*\"(?:Bundle|Claim|ClaimResponse|ExplanationOfBenefit)\"");

    private final MappingProfiles profiles;

    Recognition(MappingProfiles profiles) {
        this.profiles = profiles;
    }

    /// @param practice whose profiles a table may be read by
    /// @param profile as it was asked for
    Recognised of(FileContent file, UUID practice, @Nullable String profile, LocalDate today) throws IOException {
        var head = head(file);
        if (FHIR_RESOURCE.matcher(head).find()) {
            return Recognised.nothing();
        }
        if (OWN_RECORD.matcher(head).find()) {
            return Recognised.as(Format.OWN_JSON, "own", new OwnReader(today));
        }
        if (head.startsWith("{") || head.startsWith("[")) {
            return Recognised.as(
                    Format.PORTAL_JSON, profile == null ? "portal" : profile, new PortalReader(profile, today));
        }
        if (X12_START.matcher(head).find()) {
            return x12(file, head, today);
        }
        return table(file, head, practice, profile, today);
    }

    /// A table is read by the profile asked for, or by the built-in one whose columns it has.
    private Recognised table(FileContent file, String head, UUID practice, @Nullable String profile, LocalDate today)
            throws IOException {
        if (profile != null) {
            var known = profiles.find(practice, profile, today);
            return known.isPresent() && TableReader.fits(known.get().profile(), file)
                    ? Recognised.as(
                            Format.CSV,
                            known.get().name(),
                            new TableReader(known.get().profile(), today))
                    : Recognised.unknownProfile(Format.CSV, profile);
        }
        for (var name : MappingProfile.BUILT_IN) {
            var known = MappingProfile.builtIn(name).orElseThrow();
            if (TableReader.fits(known, file)) {
                return Recognised.as(Format.CSV, name, new TableReader(known, today));
            }
        }
        return head.isEmpty() ? Recognised.nothing() : ofTable(head);
    }

    private static Recognised ofTable(String head) {
        var bytes = head.getBytes(StandardCharsets.UTF_8);
        return FileKind.sniff(bytes, Math.min(bytes.length, FileKind.SNIFFED_BYTES)) == FileKind.CSV
                ? Recognised.unknownProfile(Format.CSV, "-")
                : Recognised.nothing();
    }

    private static Recognised x12(FileContent file, String head, LocalDate today) throws IOException {
        var set = X12_SET.matcher(head);
        var type = set.find() ? set.group(1) : "835";
        var format = switch (type) {
            case "837" -> Format.X12_837;
            case "277" -> Format.X12_277CA;
            default -> Format.X12_835;
        };
        return new Recognised(format, "x12", true, new InterchangeReader(today), InterchangeReader.interchange(file));
    }

    private static String head(FileContent file) throws IOException {
        try (var in = file.open()) {
            var text = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
        }
    }
}
