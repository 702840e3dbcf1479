/// The pages that people read.
@NullMarked
package claimtrail.query.page;

import org.jspecify.annotations.NullMarked;
