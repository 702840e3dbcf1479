package claimtrail.denial.screening;

import claimtrail.denial.bill.CodeSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pattern of a practice, made ready for asking.
///
/// @param detector absent for one that was declared or imported: its codes expose, its reason class links
/// @param codes empty: every code
public record KnownPattern(
        UUID pattern, @Nullable String detector, @Nullable String subject, String reasonClass, CodeSet codes) {

    public static KnownPattern of(UUID pattern, PatternDetected it) {
        return new KnownPattern(pattern, it.detector(), it.subject(), it.reasonClass(), CodeSet.of(it.codes()));
    }

    /// Whether a detector found it for a subject, or somebody declared it for the cause the subject names.
    public boolean isOf(String detectorAsked, String subjectAsked) {
        return detector == null
                ? reasonClass.equals(subjectAsked)
                : detector.equals(detectorAsked) && subjectAsked.equals(subject);
    }
}
