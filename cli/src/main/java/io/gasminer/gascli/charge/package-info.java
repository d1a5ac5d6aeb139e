/**
 * Who starts a running miner again and who stops it: systemd, PM2, a container, gascli's supervisor
 * or a person.
 *
 * <p>Rule: reads what the system tells every user of a process, and sends no signal.
 */
@NullMarked
package io.gasminer.gascli.charge;

import org.jspecify.annotations.NullMarked;
