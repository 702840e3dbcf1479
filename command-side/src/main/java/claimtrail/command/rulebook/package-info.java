/// What is in force: read from the log, handed to deciders together with the command.
@NullMarked
package claimtrail.command.rulebook;

import org.jspecify.annotations.NullMarked;
