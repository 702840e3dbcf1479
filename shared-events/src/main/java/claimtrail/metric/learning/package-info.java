/// What sittings and corrections add up to.
@NullMarked
package claimtrail.metric.learning;

import org.jspecify.annotations.NullMarked;
