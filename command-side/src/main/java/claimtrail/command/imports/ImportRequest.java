package claimtrail.command.imports;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to have read.
///
/// @param profile mapping profile of a table, or source of a portal file; absent: found out
/// @param dryRun the report, and no event
/// @param today the door's clock in the practice's zone: no business day may be later
public record ImportRequest(UUID practice, @Nullable String profile, boolean dryRun, LocalDate today) {}
