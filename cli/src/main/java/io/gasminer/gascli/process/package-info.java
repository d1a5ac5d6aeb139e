/**
 * The miner as a process in the background: starting, watching, restarting, stopping it, and its
 * logs.
 *
 * <p>Rule: what the supervisor's own process runs knows only the JDK, so that it stays small; and
 * nothing here touches what the miner stores, only the folder {@code process} beside it.
 */
@NullMarked
package io.gasminer.gascli.process;

import org.jspecify.annotations.NullMarked;
