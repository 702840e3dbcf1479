/// Measures what must be fast, against yardsticks of the same run, over histories of any length.
@NullMarked
package claimtrail.simulator.bench;

import org.jspecify.annotations.NullMarked;
