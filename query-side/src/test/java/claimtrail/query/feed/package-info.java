/// Tests of how facts come in and how questions are kept.
@NullMarked
package claimtrail.query.feed;

import org.jspecify.annotations.NullMarked;
