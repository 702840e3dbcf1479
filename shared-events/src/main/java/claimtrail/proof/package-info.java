/// Proof: figures counted again from the raw log, and a log that shows whether anybody changed it.
@NullMarked
package claimtrail.proof;

import org.jspecify.annotations.NullMarked;
