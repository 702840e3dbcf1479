/// What did not happen, as far as anybody can tell: named estimates, never added to booked money.
@NullMarked
package claimtrail.query.estimate;

import org.jspecify.annotations.NullMarked;
