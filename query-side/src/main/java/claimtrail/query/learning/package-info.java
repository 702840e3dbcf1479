/// Practice on patterns, corrections, and what is known of procedure codes.
@NullMarked
package claimtrail.query.learning;

import org.jspecify.annotations.NullMarked;
