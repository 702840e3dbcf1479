/// Our name for the cause of a denial, where the codes alone do not tell it.
@NullMarked
package claimtrail.denial.cause;

import org.jspecify.annotations.NullMarked;
