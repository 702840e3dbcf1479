/// What pages say, without a server.
@NullMarked
package claimtrail.query.page;

import org.jspecify.annotations.NullMarked;
