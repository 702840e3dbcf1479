/// The one codec of both sides: events to JSON bytes and back. The only package that knows JSON.
@NullMarked
package claimtrail.event.json;

import org.jspecify.annotations.NullMarked;
