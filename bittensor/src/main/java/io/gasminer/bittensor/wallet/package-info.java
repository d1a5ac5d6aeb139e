/**
 * Wallets: how a hotkey is written down, derived and loaded.
 *
 * <p>Rule: the secret is reachable through {@code Hotkey} only, and no text of this package shows
 * it.
 */
@NullMarked
package io.gasminer.bittensor.wallet;

import org.jspecify.annotations.NullMarked;
