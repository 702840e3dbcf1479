/// The life of a claim: the facts of one bill and of every answer to it, and their values.
@NullMarked
package claimtrail.event.claim;

import org.jspecify.annotations.NullMarked;
