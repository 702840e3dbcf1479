package claimtrail.query.audit;

import claimtrail.query.audit.Meta.Lag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a list knows: everything up to one position of the log.
///
/// @param practice absent for a list of all practices
/// @param simulated the practice is one that runs write to
/// @param asOf the last position that is in it
/// @param knownAt when that position was learnt; absent for an empty log
/// @param fold who counted
/// @param rule how denials were read
/// @param lag how far behind the log we are now
public record Knowledge(
        @Nullable UUID practice,
        boolean simulated,
        long asOf,
        @Nullable Instant knownAt,
        String fold,
        String rule,
        Lag lag) {}
