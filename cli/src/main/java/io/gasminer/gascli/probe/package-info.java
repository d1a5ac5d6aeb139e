/**
 * The questions that several commands ask to learn how things stand: whether a provider takes a
 * key, whether a port is free, whether a miner answers there.
 *
 * <p>Rule: a question buys nothing, changes nothing, leaves no line in a miner's log and ends in
 * bounded time; its answer is printable, holds no key, and is put into words by whoever asked.
 */
@NullMarked
package io.gasminer.gascli.probe;

import org.jspecify.annotations.NullMarked;
