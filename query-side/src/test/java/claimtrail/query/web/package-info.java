@NullMarked
package claimtrail.query.web;

import org.jspecify.annotations.NullMarked;
