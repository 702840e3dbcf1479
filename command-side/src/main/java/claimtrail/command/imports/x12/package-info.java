/// Reads X12 claim files (837, 835, 277CA) from bytes into plain records, in constant memory, with the JDK and the
/// check digit of provider numbers alone.
@NullMarked
package claimtrail.command.imports.x12;

import org.jspecify.annotations.NullMarked;
