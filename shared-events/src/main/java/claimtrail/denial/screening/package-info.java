/// Which policies apply to a line and what they demand, which patterns a claim is exposed to, and what a denied
/// line belongs to.
@NullMarked
package claimtrail.denial.screening;

import org.jspecify.annotations.NullMarked;
