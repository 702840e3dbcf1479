/// Recurring causes of denials at one practice, as facts.
@NullMarked
package claimtrail.event.pattern;

import org.jspecify.annotations.NullMarked;
