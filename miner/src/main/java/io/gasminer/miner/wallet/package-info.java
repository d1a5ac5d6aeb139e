/**
 * The hotkey of this miner: loading it, and the way to the password of an encrypted one.
 *
 * <p>Rule: a password is closed as soon as it has served, and what is said names the setting to
 * mend and never what was in it.
 */
@NullMarked
package io.gasminer.miner.wallet;

import org.jspecify.annotations.NullMarked;
