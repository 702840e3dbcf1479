/// What facts add up to: measures, cells, postings, and the folds that make them.
@NullMarked
package claimtrail.metric;

import org.jspecify.annotations.NullMarked;
