/**
 * What only the process knows of itself, told to its operator and to nobody else: a small file in
 * the state folder.
 *
 * <p>Rule: holds no key and no prompt, and no validator is told of it; losing it loses nothing.
 */
@NullMarked
package io.gasminer.miner.vitals;

import org.jspecify.annotations.NullMarked;
