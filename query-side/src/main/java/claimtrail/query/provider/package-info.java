/// Practices, providers and payers as registered, and how providers compare.
@NullMarked
package claimtrail.query.provider;

import org.jspecify.annotations.NullMarked;
