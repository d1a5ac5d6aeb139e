/**
 * Delivery: the way of a result to the validator that asked for it, with a receipt of every
 * attempt.
 *
 * <p>Rule: no address is called that the egress guard has not allowed; a paid result is sent again
 * until it is recorded, refused, or two hours old.
 */
@NullMarked
package io.gasminer.miner.delivery;

import org.jspecify.annotations.NullMarked;
