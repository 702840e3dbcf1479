/// What the program does by itself: it follows the log, finds patterns, ties claims to them and judges their status.
@NullMarked
package claimtrail.command.automation;

import org.jspecify.annotations.NullMarked;
