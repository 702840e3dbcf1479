/// Specifications of taking files in.
@NullMarked
package claimtrail.command.imports;

import org.jspecify.annotations.NullMarked;
