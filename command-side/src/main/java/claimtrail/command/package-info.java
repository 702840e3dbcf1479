/// Takes commands, decides them, and keeps the log.
@NullMarked
package claimtrail.command;

import org.jspecify.annotations.NullMarked;
