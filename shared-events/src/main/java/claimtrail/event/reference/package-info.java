/// What codes mean, how we count and what is set, as facts with effective days.
@NullMarked
package claimtrail.event.reference;

import org.jspecify.annotations.NullMarked;
