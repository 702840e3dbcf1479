/// Sittings in which people practise, and corrections they apply, as facts.
@NullMarked
package claimtrail.event.learning;

import org.jspecify.annotations.NullMarked;
