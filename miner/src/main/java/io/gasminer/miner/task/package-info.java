/**
 * The task: what was promised to a validator, its states and the only legal ways between them.
 *
 * <p>Rule: pure values and the store's interface; imports nothing of its sibling packages.
 */
@NullMarked
package io.gasminer.miner.task;

import org.jspecify.annotations.NullMarked;
