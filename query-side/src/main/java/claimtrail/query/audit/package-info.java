/// Why a number is what it is: its postings and the facts behind them.
@NullMarked
package claimtrail.query.audit;

import org.jspecify.annotations.NullMarked;
