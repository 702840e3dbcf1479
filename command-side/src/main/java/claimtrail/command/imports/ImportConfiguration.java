package claimtrail.command.imports;

import claimtrail.command.CommandPort;
import claimtrail.command.claim.PatientTokens;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.command.store.Directory;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.EventLog;
import claimtrail.command.store.OutsideNumber;
import claimtrail.command.web.Practices;
import claimtrail.event.imports.ImportEvent;
import claimtrail.event.json.EventJson;
import claimtrail.event.reference.ReferenceEvent.MappingProfilePublished;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the importer on the log.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportConfiguration {

    @Bean
    ImportFolder importFolder(EventLog log, ImportSettings settings) {
        return new ImportFolder(settings.directory(), log.vault()::files);
    }

    @Bean
    MappingProfiles mappingProfiles(EventLog log) {
        return new MappingProfiles(numbers(log.directory()), profile -> versions(log, profile));
    }

    @Bean
    Previews previews(
            EventLog log,
            ImportFolder folder,
            MappingProfiles profiles,
            ImportSettings settings,
            PatientTokens tokens,
            RulebookShelf shelf) {
        return new Previews(
                new Reception(folder, settings.limitBytes()),
                new Recognition(profiles),
                tokens,
                practice -> shelf.inForce().reasons(practice));
    }

    @Bean
    Importer importer(
            CommandPort port,
            EventLog log,
            Clock clock,
            ImportFolder folder,
            MappingProfiles profiles,
            ImportSettings settings,
            PatientTokens tokens) {
        return new Importer(
                port,
                numbers(log.directory()),
                tokens,
                file -> findings(log, file),
                folder,
                profiles,
                clock,
                settings.limitBytes());
    }

    @Bean
    Numbers importNumbers(EventLog log) {
        return numbers(log.directory());
    }

    @Bean
    HeldRecords heldRecords(Importer importer, EventLog log, Practices practices, Clock clock) {
        return new HeldRecords(
                practice -> importer.tellWaiting(practice, LocalDate.now(clock.withZone(practices.zone(practice)))),
                () -> log.directory().practices(WaitingRecords.KIND),
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("held-records").factory()));
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> heldRecordsAtStart(HeldRecords held) {
        return _ -> held.start();
    }

    private static Numbers numbers(Directory directory) {
        return new Numbers() {
            @Override
            public Optional<UUID> find(UUID practice, String kind, String key) {
                return directory.find(practice, kind, key);
            }

            @Override
            public Map<OutsideNumber, UUID> findAll(List<OutsideNumber> wanted) {
                return directory.findAll(wanted);
            }

            @Override
            public List<DirectoryEntry> startingWith(UUID practice, String kind, String prefix, int limit) {
                return directory.startingWith(practice, kind, prefix, limit);
            }

            @Override
            public List<DirectoryEntry> startingWith(UUID practice, List<String> kinds, String prefix, int limit) {
                return directory.startingWith(practice, kinds, prefix, limit);
            }
        };
    }

    private static Findings findings(EventLog log, UUID file) {
        Import state = new Import.Unknown();
        for (var stored : log.streams().read(file, 0)) {
            var envelope = stored.envelope();
            if (EventJson.read(envelope.name(), envelope.version(), stored.payload()) instanceof ImportEvent it) {
                state = Import.after(state, it);
            }
        }
        return state.findings();
    }

    private static List<MappingProfilePublished> versions(EventLog log, UUID profile) {
        return log.streams().read(profile, 0).stream()
                .flatMap(stored -> {
                    var envelope = stored.envelope();
                    return EventJson.read(envelope.name(), envelope.version(), stored.payload())
                                    instanceof MappingProfilePublished it
                            ? Stream.of(it)
                            : Stream.empty();
                })
                .toList();
    }
}
