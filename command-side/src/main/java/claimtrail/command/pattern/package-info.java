/// Recurring causes of denials: declaration and guidance.
@NullMarked
package claimtrail.command.pattern;

import org.jspecify.annotations.NullMarked;
