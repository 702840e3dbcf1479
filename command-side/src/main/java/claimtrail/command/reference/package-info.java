/// What codes mean, definitions and settings, with effective days.
@NullMarked
package claimtrail.command.reference;

import org.jspecify.annotations.NullMarked;
