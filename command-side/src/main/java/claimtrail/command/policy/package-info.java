/// Payers' rules: publication and retirement.
@NullMarked
package claimtrail.command.policy;

import org.jspecify.annotations.NullMarked;
