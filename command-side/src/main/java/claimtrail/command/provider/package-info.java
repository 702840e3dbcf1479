/// Practices, providers and payers: registration and terms.
@NullMarked
package claimtrail.command.provider;

import org.jspecify.annotations.NullMarked;
