/**
 * The three steps of a task, driven by db-scheduler: generate, verify, deliver.
 *
 * <p>Rule: a step looks at the stored state first, so it can be run again at any point; a job whose
 * ticket is stored is awaited, never bought again.
 */
@NullMarked
package io.gasminer.miner.steps;

import org.jspecify.annotations.NullMarked;
