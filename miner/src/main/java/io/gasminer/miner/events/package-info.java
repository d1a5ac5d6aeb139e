/**
 * What the operator is told: one method per message, with stable event names and fields.
 *
 * <p>Rule: text lives here and nowhere else; secrets are not parameters.
 */
@NullMarked
package io.gasminer.miner.events;

import org.jspecify.annotations.NullMarked;
