/// Runs the whole product on one machine, and is its command line.
@NullMarked
package claimtrail.simulator;

import org.jspecify.annotations.NullMarked;
