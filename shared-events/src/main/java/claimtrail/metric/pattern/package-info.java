/// What patterns add up to, and how they are weighed.
@NullMarked
package claimtrail.metric.pattern;

import org.jspecify.annotations.NullMarked;
