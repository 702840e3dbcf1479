/// Reads the files of the former provider portal, with every assumption written on the record it concerns.
@NullMarked
package claimtrail.command.imports.portal;

import org.jspecify.annotations.NullMarked;
