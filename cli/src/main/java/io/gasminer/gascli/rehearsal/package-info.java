/**
 * A rehearsal's cast: a folder with keys and a metagraph, the miner as a process of its own, and a
 * validator that sends challenges and receives deliveries. The demo and the acceptance tests play
 * with it.
 *
 * <p>Rule: it sees what a validator sees, and the log that an operator reads; never the miner's
 * objects.
 */
@NullMarked
package io.gasminer.gascli.rehearsal;

import org.jspecify.annotations.NullMarked;
