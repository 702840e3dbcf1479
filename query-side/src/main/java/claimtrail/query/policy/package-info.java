/// Payers' and public rules, and what they deny.
@NullMarked
package claimtrail.query.policy;

import org.jspecify.annotations.NullMarked;
