/// Work of this side at its time: what runs when, once over all nodes, and what became of it.
@NullMarked
package claimtrail.command.job;

import org.jspecify.annotations.NullMarked;
