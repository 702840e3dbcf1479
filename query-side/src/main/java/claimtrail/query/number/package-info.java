/// The ledger, its daily sums, and the figures made of them.
@NullMarked
package claimtrail.query.number;

import org.jspecify.annotations.NullMarked;
