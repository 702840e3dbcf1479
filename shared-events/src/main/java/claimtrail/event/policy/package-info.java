/// Payers' rules by version, as facts.
@NullMarked
package claimtrail.event.policy;

import org.jspecify.annotations.NullMarked;
