/// Who treats, who bills and who pays: facts of providers, practices and payers.
@NullMarked
package claimtrail.event.provider;

import org.jspecify.annotations.NullMarked;
