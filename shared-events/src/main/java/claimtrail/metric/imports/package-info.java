/// What the facts about files taken in add up to.
@NullMarked
package claimtrail.metric.imports;

import org.jspecify.annotations.NullMarked;
