/// Makes long histories of invented practices, fact by fact, as files and people would have told them.
@NullMarked
package claimtrail.simulator.bench.history;

import org.jspecify.annotations.NullMarked;
