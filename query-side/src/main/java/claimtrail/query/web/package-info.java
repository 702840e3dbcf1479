/// What all answers have in common: parameters, refusals, tags.
@NullMarked
package claimtrail.query.web;

import org.jspecify.annotations.NullMarked;
