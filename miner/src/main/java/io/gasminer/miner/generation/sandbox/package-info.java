/**
 * A provider for trials: it paints real media itself and signs them under an authority of its own.
 *
 * <p>Rule: no network and no key; fonts, screens and other programs are not needed either.
 */
@NullMarked
package io.gasminer.miner.generation.sandbox;

import org.jspecify.annotations.NullMarked;
