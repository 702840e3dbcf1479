/// What readers of files hand on: records, what they state in the words of their source, and the values they share.
@NullMarked
package claimtrail.command.imports.reading;

import org.jspecify.annotations.NullMarked;
