/// Files taken in, and what was noted about them.
@NullMarked
package claimtrail.query.imports;

import org.jspecify.annotations.NullMarked;
