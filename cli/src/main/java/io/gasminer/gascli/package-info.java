/**
 * The command line, one class per command.
 *
 * <p>Rule: commands ask the miner and print; nobody imports this package.
 */
@NullMarked
package io.gasminer.gascli;

import org.jspecify.annotations.NullMarked;
