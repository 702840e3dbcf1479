package claimtrail.denial.pair;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visit with a procedure beside it.
///
/// @param visit the line of the visit
/// @param bare the visit has none of the modifiers 25, 24, 57
/// @param other the claim of the procedure, where it is another one
/// @param procedure the line of the procedure on its claim
public record Pair(int visit, boolean bare, @Nullable UUID other, int procedure, Companion by) {}
