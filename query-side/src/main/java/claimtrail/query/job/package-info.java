/// Work at its time: what runs when, once over all nodes, and what became of it.
@NullMarked
package claimtrail.query.job;

import org.jspecify.annotations.NullMarked;
