/// Integrity: a tree over the log, signed checkpoints of it outside the database, and the search for what was altered.
@NullMarked
package claimtrail.query.integrity;

import org.jspecify.annotations.NullMarked;
