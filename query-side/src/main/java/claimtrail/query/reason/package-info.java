/// What payers' codes mean to us, and which of them nobody has given a meaning.
@NullMarked
package claimtrail.query.reason;

import org.jspecify.annotations.NullMarked;
