/// A bill as the rules look at it, and the lines beside it.
@NullMarked
package claimtrail.denial.bill;

import org.jspecify.annotations.NullMarked;
