/// Claims to find and to look at: lists, lives, and the work list of denials.
@NullMarked
package claimtrail.query.claim;

import org.jspecify.annotations.NullMarked;
