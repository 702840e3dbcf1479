/// Reads the log up to its head and hands it, in batches and once, to those who count.
@NullMarked
package claimtrail.query.feed;

import org.jspecify.annotations.NullMarked;
