/// Claims: what may be asked of them, what is refused, and what becomes a fact.
@NullMarked
package claimtrail.command.claim;

import org.jspecify.annotations.NullMarked;
