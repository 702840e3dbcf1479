/// Sittings and corrections.
@NullMarked
package claimtrail.command.learning;

import org.jspecify.annotations.NullMarked;
