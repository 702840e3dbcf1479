/// Proves what the house says about itself.
@NullMarked
package claimtrail.docs;

import org.jspecify.annotations.NullMarked;
