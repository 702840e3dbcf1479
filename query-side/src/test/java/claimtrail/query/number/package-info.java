/// The arithmetic of figures, without a server.
@NullMarked
package claimtrail.query.number;

import org.jspecify.annotations.NullMarked;
