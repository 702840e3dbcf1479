/// Turns the records of an X12 file into statements: claims, answers, rejections.
@NullMarked
package claimtrail.command.imports.interchange;

import org.jspecify.annotations.NullMarked;
