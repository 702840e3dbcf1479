/// Denials that come from two services on one day: the pair of lines decides, not a code or text alone.
@NullMarked
package claimtrail.denial.pair;

import org.jspecify.annotations.NullMarked;
