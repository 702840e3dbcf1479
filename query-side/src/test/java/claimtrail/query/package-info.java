/// What the reading side promises, against real PostgreSQL and real HTTP.
@NullMarked
package claimtrail.query;

import org.jspecify.annotations.NullMarked;
