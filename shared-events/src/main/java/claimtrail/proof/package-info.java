/// Proof: figures counted again from the raw log.
@NullMarked
package claimtrail.proof;

import org.jspecify.annotations.NullMarked;
