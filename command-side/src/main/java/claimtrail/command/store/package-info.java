/// The log: group commit, streams, directory of outside numbers, idempotency keys, vault.
@NullMarked
package claimtrail.command.store;

import org.jspecify.annotations.NullMarked;
