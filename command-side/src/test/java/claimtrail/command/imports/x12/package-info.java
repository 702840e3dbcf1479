/// Shows what the reader of X12 takes in, tolerates, holds and refuses.
@NullMarked
package claimtrail.command.imports.x12;

import org.jspecify.annotations.NullMarked;
