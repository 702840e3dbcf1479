/// Reads JSON: streams the elements of a file with their byte ranges, and the project's own record types.
@NullMarked
package claimtrail.command.imports.json;

import org.jspecify.annotations.NullMarked;
