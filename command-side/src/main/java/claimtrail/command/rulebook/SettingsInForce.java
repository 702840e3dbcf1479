package claimtrail.command.rulebook;

import claimtrail.command.Command;
import claimtrail.command.reference.Setting;
import claimtrail.denial.detection.StatusRule.Bounds;
import claimtrail.denial.detection.Threshold;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// What is set, from a day on: a practice's own value before that of the platform, and that before what we ship.
final class SettingsInForce {

    private record Key(UUID practice, String setting) {}

    private final Map<Key, ConcurrentSkipListMap<LocalDate, Long>> values = new ConcurrentHashMap<>();

    void add(UUID practice, SettingChanged it) {
        values.computeIfAbsent(new Key(practice, it.setting()), _ -> new ConcurrentSkipListMap<>())
                .put(it.effectiveFrom(), Long.valueOf(it.value()));
    }

    /// How much evidence makes a pattern of a practice, by day.
    Threshold.ByDay thresholds(UUID practice) {
        return day -> new Threshold(
                (int) on(day, practice, Setting.DETECTION_CLAIMS),
                (int) on(day, practice, Setting.DETECTION_DAYS),
                on(day, practice, Setting.DETECTION_IMPACT),
                (int) on(day, practice, Setting.DETECTION_SHARE),
                Threshold.standard().manyDenied());
    }

    /// How far the rate of a pattern of a practice must have fallen for its status to change.
    Bounds bounds(UUID practice, LocalDate day) {
        return new Bounds(
                (int) on(day, practice, Setting.STATUS_IMPROVED), (int) on(day, practice, Setting.STATUS_CURED), (int)
                        on(day, practice, Setting.STATUS_RESIDUAL));
    }

    private long on(LocalDate day, UUID practice, Setting setting) {
        for (var owner : new UUID[] {practice, Command.PLATFORM}) {
            var set = values.get(new Key(owner, setting.id()));
            var entry = set == null ? null : set.floorEntry(day);
            if (entry != null) {
                return entry.getValue();
            }
        }
        return setting.shipped();
    }
}
