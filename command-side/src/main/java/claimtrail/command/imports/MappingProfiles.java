package claimtrail.command.imports;

import claimtrail.command.imports.csv.MappingProfile;
import claimtrail.command.reference.ReferenceStreams;
import claimtrail.event.reference.ReferenceEvent.MappingProfilePublished;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The mapping profiles by which tables are read: those that we ship, and those that a practice published.
final class MappingProfiles {

    /// Profiles of one practice that are listed; a practice has a handful.
    private static final int MOST = 1_000;

    private static final Pattern NAMED = Pattern.compile("([a-z0-9-]{1,40})(?:@([1-9][0-9]{0,8}))?");

    private final Numbers numbers;
    private final Versions versions;

    MappingProfiles(Numbers numbers, Versions versions) {
        this.numbers = numbers;
        this.versions = versions;
    }

    /// Where the versions of a profile are looked up.
    @FunctionalInterface
    public interface Versions {

        /// In the order of their publication; none of a stream that is not there.
        List<MappingProfilePublished> of(UUID profile);
    }

    /// A profile and how it is named with its version, so that a file kept is read again by the same one.
    record Chosen(String name, MappingProfile profile) {}

    /// A profile as somebody asks for it.
    ///
    /// @param named `pms-export-7` for the version in force, `pms-export-7@2` for one of them
    Optional<Chosen> find(UUID practice, String named, LocalDate today) {
        var parts = NAMED.matcher(named);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var name = parts.group(1);
        var version = parts.group(2);
        if (version == null && MappingProfile.BUILT_IN.contains(name)) {
            return MappingProfile.builtIn(name).map(it -> new Chosen(name, it));
        }
        return numbers.find(practice, ReferenceStreams.MAPPING_PROFILE, name).stream()
                .flatMap(stream -> versions.of(stream).stream())
                .filter(it -> version == null
                        ? !it.effectiveFrom().isAfter(today)
                        : it.version() == Integer.parseInt(version))
                .max(Comparator.comparingInt(MappingProfilePublished::version))
                .map(it -> new Chosen(it.profile() + "@" + it.version(), MappingProfile.read(it.mapping())));
    }

    /// Everything that a practice published, by name and version.
    List<MappingProfilePublished> published(UUID practice) {
        return numbers.startingWith(practice, ReferenceStreams.MAPPING_PROFILE, "", MOST).stream()
                .flatMap(it -> versions.of(it.streamId()).stream())
                .toList();
    }
}
