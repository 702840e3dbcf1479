/// Reads the log, counts, and answers.
@NullMarked
package claimtrail.query;

import org.jspecify.annotations.NullMarked;
