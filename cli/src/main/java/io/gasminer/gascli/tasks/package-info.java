/**
 * Why a task was paid or not: its whole story, the attempts of all tasks, and sending one again.
 *
 * <p>Rule: reads the store beside the miner and writes nothing but the wish to send a result again;
 * no text of a stranger reaches a terminal with its control characters.
 */
@NullMarked
package io.gasminer.gascli.tasks;

import org.jspecify.annotations.NullMarked;
