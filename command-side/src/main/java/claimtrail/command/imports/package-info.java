/// Files taken in: what may be asked of an import, and how its records become ordinary commands.
@NullMarked
package claimtrail.command.imports;

import org.jspecify.annotations.NullMarked;
