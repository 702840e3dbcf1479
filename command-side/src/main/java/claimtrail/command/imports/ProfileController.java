package claimtrail.command.imports;

import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.imports.csv.MappingProfile;
import claimtrail.command.imports.csv.ProfileInvalid;
import claimtrail.command.reference.ReferenceCommand.PublishMappingProfile;
import claimtrail.command.reference.ReferenceStreams;
import claimtrail.command.web.Caller;
import claimtrail.command.web.Door;
import claimtrail.command.web.Malformed;
import claimtrail.command.web.Refuses;
import claimtrail.event.reference.ReferenceEvent.MappingProfilePublished;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How tables of a practice are read: which column means what.
@RestController
@RequestMapping("/api/mapping-profiles")
@Tag(name = "imports", description = "Files taken in, and their reports")
final class ProfileController {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Door door;
    private final MappingProfiles profiles;
    private final CallersPractice practices;

    ProfileController(Door door, MappingProfiles profiles, CallersPractice practices) {
        this.door = door;
        this.profiles = profiles;
        this.practices = practices;
    }

    /// The next version of a profile; the first one opens it.
    ///
    /// @param effectiveFrom the day from which files are read by it
    /// @param mapping which column means what; its member `profile` is the name
    record ProfileRequest(
            @Schema(requiredMode = REQUIRED) @Nullable Integer version,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate effectiveFrom,

            @Schema(requiredMode = REQUIRED, implementation = Object.class) @Nullable
            JsonNode mapping) {

        PublishMappingProfile toCommand(UUID practice) {
            var text = required("/mapping", mapping).toString();
            var published = new MappingProfilePublished(
                    name(text), required("/version", version), text, required("/effectiveFrom", effectiveFrom));
            return new PublishMappingProfile(ReferenceStreams.of(practice, published), practice, published);
        }

        private static String name(String mapping) {
            try {
                var name = MappingProfile.read(mapping).profile();
                if (MappingProfile.BUILT_IN.contains(name)) {
                    throw new Malformed("/mapping/profile", "A profile of this name comes with the product.");
                }
                return name;
            } catch (ProfileInvalid e) {
                throw new Malformed("/mapping" + e.pointer(), e.remedy());
            }
        }
    }

    @PostMapping
    @Operation(summary = "Publish the next version of a mapping profile: which column of a table means what")
    @Refuses({"VERSION_NOT_NEXT", "RANGE_REVERSED"})
    ResponseEntity<Object> publish(Caller caller, @RequestBody ProfileRequest body) {
        return door.forPractice(caller, "/api/mapping-profiles", body, body::toCommand);
    }

    /// A version of a profile.
    ///
    /// @param effectiveFrom absent: it comes with the product
    record ProfileShown(
            String profile,
            int version,
            @Nullable LocalDate effectiveFrom,
            boolean builtIn,
            @Schema(implementation = Object.class) JsonNode mapping) {}

    @GetMapping
    @Operation(summary = "The mapping profiles of the product and of the practice, all versions")
    @Refuses({})
    List<ProfileShown> list(Caller caller) {
        var shown = new ArrayList<ProfileShown>();
        for (var name : MappingProfile.BUILT_IN) {
            MappingProfile.builtInText(name)
                    .ifPresent(it -> shown.add(new ProfileShown(name, 1, null, true, MAPPER.readTree(it))));
        }
        for (var it : profiles.published(practices.of(caller))) {
            shown.add(new ProfileShown(
                    it.profile(), it.version(), it.effectiveFrom(), false, MAPPER.readTree(it.mapping())));
        }
        return shown;
    }
}
