/// What all doors have in common: reading requests, answering with receipts and problems, and saying who asks.
@NullMarked
package claimtrail.command.web;

import org.jspecify.annotations.NullMarked;
