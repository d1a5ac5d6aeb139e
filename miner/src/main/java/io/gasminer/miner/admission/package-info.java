/**
 * Admission: the one place where the miner says yes or no to spending money on a challenge.
 *
 * <p>Rule: every refusal has its name here; nothing is promised before it is durable.
 */
@NullMarked
package io.gasminer.miner.admission;

import org.jspecify.annotations.NullMarked;
