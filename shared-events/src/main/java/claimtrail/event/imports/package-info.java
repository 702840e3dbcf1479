/// Facts about files taken in.
@NullMarked
package claimtrail.event.imports;

import org.jspecify.annotations.NullMarked;
