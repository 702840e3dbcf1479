/// How denials that come again become a pattern, what its rate was before, and when its status changes.
@NullMarked
package claimtrail.denial.detection;

import org.jspecify.annotations.NullMarked;
