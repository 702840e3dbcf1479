/// Counts everything again from the log alone, and says where what is stored differs.
@NullMarked
package claimtrail.query.proof;

import org.jspecify.annotations.NullMarked;
