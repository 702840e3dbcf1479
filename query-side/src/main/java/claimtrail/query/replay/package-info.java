/// Rebuilds read models from the log beside the live ones, compares them, and puts them in their place.
@NullMarked
package claimtrail.query.replay;

import org.jspecify.annotations.NullMarked;
