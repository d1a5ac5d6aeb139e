/**
 * Wallets: how a hotkey is written down, encrypted, derived and loaded.
 *
 * <p>Rule: a secret is reachable through {@code Hotkey} only, and while a key is being made through
 * {@code NewHotkey}; no text of this package shows it. Arrays that held a secret or a password are
 * overwritten as soon as they have served. What Java cannot overwrite: the strings of a JSON
 * parser, of the environment and of the settings, and copies that the collector or a library's
 * cipher keeps; they live until they are collected.
 */
@NullMarked
package io.gasminer.bittensor.wallet;

import org.jspecify.annotations.NullMarked;
