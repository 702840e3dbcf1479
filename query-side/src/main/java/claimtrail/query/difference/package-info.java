/// What makes two answers to one question differ, and which facts did it.
@NullMarked
package claimtrail.query.difference;

import org.jspecify.annotations.NullMarked;
