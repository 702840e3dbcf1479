/// What the facts of claims add up to.
@NullMarked
package claimtrail.metric.claim;

import org.jspecify.annotations.NullMarked;
