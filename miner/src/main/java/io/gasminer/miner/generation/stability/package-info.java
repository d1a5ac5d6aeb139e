/**
 * Stability AI: images over multipart forms.
 *
 * <p>Rule: this vendor's quirks stay here; no other vendor is known.
 */
@NullMarked
package io.gasminer.miner.generation.stability;

import org.jspecify.annotations.NullMarked;
