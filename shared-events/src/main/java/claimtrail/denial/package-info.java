/// How a payer's answer is read: the denial rule, the meaning of reasons, and what the facts of a claim add up
/// to.
@NullMarked
package claimtrail.denial;

import org.jspecify.annotations.NullMarked;
