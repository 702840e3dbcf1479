/// Patterns of denials: what they are, what they cost and how they weigh.
@NullMarked
package claimtrail.query.pattern;

import org.jspecify.annotations.NullMarked;
