package claimtrail.command.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Command;
import claimtrail.denial.detection.StatusRule.Bounds;
import claimtrail.denial.detection.Threshold;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is set holds from its day on, and a practice's own goes before the platform's.
class SettingsInForceTest {

    private static final UUID PRACTICE = new UUID(2, 1);
    private static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);

    private final SettingsInForce settings = new SettingsInForce();

    @Test
    void until_somebody_sets_another_the_values_that_we_ship_hold() {
        assertThat(settings.thresholds(PRACTICE).on(MARCH_2)).isEqualTo(Threshold.standard());
        assertThat(settings.bounds(PRACTICE, MARCH_2)).isEqualTo(Bounds.standard());
    }

    @Test
    void a_value_holds_from_its_day_on_and_changes_no_day_before() {
        set(PRACTICE, "detection-claims", "3", MARCH_2);
        set(PRACTICE, "status-cured", "90", MARCH_2);

        assertThat(settings.thresholds(PRACTICE).on(MARCH_2).claims()).isEqualTo(3);
        assertThat(settings.thresholds(PRACTICE).on(MARCH_2.minusDays(1))).isEqualTo(Threshold.standard());
        assertThat(settings.bounds(PRACTICE, MARCH_2.plusDays(9)).cured()).isEqualTo(90);
        assertThat(settings.bounds(PRACTICE, MARCH_2.minusDays(1))).isEqualTo(Bounds.standard());
    }

    @Test
    void the_own_value_of_a_practice_goes_before_a_later_one_of_the_platform() {
        set(Command.PLATFORM, "detection-days", "60", MARCH_2.plusDays(5));
        set(PRACTICE, "detection-days", "20", MARCH_2);

        assertThat(settings.thresholds(PRACTICE).on(MARCH_2.plusDays(9)).days()).isEqualTo(20);
        assertThat(settings.thresholds(new UUID(2, 2)).on(MARCH_2.plusDays(9)).days())
                .isEqualTo(60);
        assertThat(settings.thresholds(new UUID(2, 2)).on(MARCH_2).days()).isEqualTo(30);
    }

    private void set(UUID practice, String setting, String value, LocalDate from) {
        settings.add(practice, new SettingChanged(setting, value, null, from));
    }
}
