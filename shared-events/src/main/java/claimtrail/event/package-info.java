/// Facts: what is in the log, and where each fact stands in it.
@NullMarked
package claimtrail.event;

import org.jspecify.annotations.NullMarked;
