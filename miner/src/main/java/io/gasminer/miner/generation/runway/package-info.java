/**
 * Runway: video as tasks.
 *
 * <p>Rule: this vendor's quirks stay here; no other vendor is known.
 */
@NullMarked
package io.gasminer.miner.generation.runway;

import org.jspecify.annotations.NullMarked;
