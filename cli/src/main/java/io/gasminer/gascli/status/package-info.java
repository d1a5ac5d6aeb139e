/**
 * What {@code gascli status} and {@code gascli generator status} say of a miner, whether it runs,
 * hangs or is down.
 *
 * <p>Rule: reads and asks within seconds, whatever the miner does; starts and stops nothing, except
 * that a supervisor that died is asked for again.
 */
@NullMarked
package io.gasminer.gascli.status;

import org.jspecify.annotations.NullMarked;
