/**
 * The letters by which a command asks a running miner of the same state folder to do something.
 *
 * <p>Rule: files that are their owner's alone, small, written whole; a letter is taken once, and an
 * answer names the letter it belongs to.
 */
@NullMarked
package io.gasminer.miner.mailbox;

import org.jspecify.annotations.NullMarked;
