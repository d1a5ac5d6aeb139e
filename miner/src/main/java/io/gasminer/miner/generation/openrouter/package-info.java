/**
 * OpenRouter: images over both of its endpoints, video as jobs.
 *
 * <p>Rule: this vendor's quirks stay here; no other vendor is known.
 */
@NullMarked
package io.gasminer.miner.generation.openrouter;

import org.jspecify.annotations.NullMarked;
