/// Reads tables by mapping profiles: which column means what is data.
@NullMarked
package claimtrail.command.imports.csv;

import org.jspecify.annotations.NullMarked;
