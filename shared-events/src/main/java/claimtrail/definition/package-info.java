/// What we ship: the definitions of figures, rules and folds as facts that can be published.
@NullMarked
package claimtrail.definition;

import org.jspecify.annotations.NullMarked;
