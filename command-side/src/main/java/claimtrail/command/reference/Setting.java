package claimtrail.command.reference;

import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// What can be set, with the values that make sense and the one that we ship. Values are whole numbers; money is in
/// cents.
public enum Setting {
    /// What one appeal costs the office; enters the estimate of saved work.
    COST_PER_APPEAL("cost-per-appeal", "cents", 0, 1_000_000, 40_000),
    /// What an hour of practice costs the office.
    HOURLY_RATE("hourly-rate", "cents", 0, 100_000, 5_000),
    /// More denials than this make a pattern critical, if the money does too.
    TIER_CRITICAL_FREQUENCY("tier-critical-frequency", "claims", 1, 10_000, 20),
    /// More denied money than this makes a pattern critical, if the number does too.
    TIER_CRITICAL_IMPACT("tier-critical-impact", "cents", 0, 1_000_000_000, 500_000),
    /// More denials than this make a pattern high, if the money does too.
    TIER_HIGH_FREQUENCY("tier-high-frequency", "claims", 1, 10_000, 10),
    /// More denied money than this makes a pattern high, if the number does too.
    TIER_HIGH_IMPACT("tier-high-impact", "cents", 0, 1_000_000_000, 200_000),
    /// More denials than this make a pattern medium.
    TIER_MEDIUM_FREQUENCY("tier-medium-frequency", "claims", 1, 10_000, 5),
    /// So many claims denied for one cause make a pattern.
    DETECTION_CLAIMS("detection-claims", "claims", 2, 1_000, 5),
    /// Within so many days of decision.
    DETECTION_DAYS("detection-days", "days", 1, 90, 30),
    /// With at least so much denied money.
    DETECTION_IMPACT("detection-impact", "cents", 0, 1_000_000_000, 10_000),
    /// And at least this share of all denied claims of those days, where there are more than 100.
    DETECTION_SHARE("detection-share", "percent", 0, 100, 2),
    /// So far below its baseline a rate must have fallen for its pattern to be improving.
    STATUS_IMPROVED("status-improved", "percent", 1, 100, 20),
    /// So far below its baseline a rate must have fallen for its pattern to be resolved.
    STATUS_CURED("status-cured", "percent", 1, 100, 80),
    /// And no more of the exposed claims may be denied.
    STATUS_RESIDUAL("status-residual", "percent", 0, 100, 3),
    /// A practice closes a month: its figures were reported as known at this position. Holds for the month that begins
    /// on the effective day, and is said once; we ship none.
    PERIOD_CLOSED("period-closed", "position", 1, 999_999_999_999_999_999L, 0);

    private final String id;
    private final String unit;
    private final long least;
    private final long most;
    private final long first;

    Setting(String id, String unit, long least, long most, long first) {
        this.id = id;
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.first = first;
    }

    /// Its name in the log.
    public String id() {
        return id;
    }

    /// What its value counts.
    public String unit() {
        return unit;
    }

    /// Its value until somebody sets another.
    public long shipped() {
        return first;
    }

    /// The greatest value that it may have.
    public long most() {
        return most;
    }

    /// Whether it has a value before anybody sets one.
    boolean isShipped() {
        return this != PERIOD_CLOSED;
    }

    /// Its value until somebody sets another, as the fact that says so; for any day, however old.
    SettingChanged first() {
        return new SettingChanged(id, String.valueOf(first), unit, LocalDate.EPOCH);
    }

    /// The setting of a name.
    public static Optional<Setting> find(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }

    /// Whether the name is that of a threshold of detection.
    public static boolean isOfDetection(String id) {
        return find(id).filter(it -> it.id.startsWith("detection-")).isPresent();
    }

    boolean allows(long value) {
        return least <= value && value <= most;
    }
}
