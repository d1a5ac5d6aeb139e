/**
 * Speaking HTTP to vendors: one exchange with every size capped and every wait bounded, and what
 * the answer means.
 *
 * <p>Rule: the key goes to the configured host alone, and no text that leaves here holds it.
 */
@NullMarked
package io.gasminer.miner.generation.http;

import org.jspecify.annotations.NullMarked;
