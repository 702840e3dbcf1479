/// Reads X12 claim files (837, 835, 277CA) from bytes into plain records, in constant memory and with the JDK alone.
@NullMarked
package claimtrail.command.imports.x12;

import org.jspecify.annotations.NullMarked;
