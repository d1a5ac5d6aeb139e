/**
 * The demo: the real miner on loopback, and a validator that challenges it and judges what comes.
 *
 * <p>Rule: the miner is a process of its own, started as in production; this package only sees what
 * a validator sees, and the log that an operator reads.
 */
@NullMarked
package io.gasminer.gascli.demo;

import org.jspecify.annotations.NullMarked;
