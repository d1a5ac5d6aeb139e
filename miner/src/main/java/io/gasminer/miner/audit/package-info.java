/**
 * The audit of models: one sample of each, bought once, judged as validators judge, and remembered
 * with its day as evidence of what the model is worth.
 *
 * <p>Rule: that a request leaves is on disk before it leaves, and a job's ticket before the first
 * look at it; nothing here buys a sample twice.
 */
@NullMarked
package io.gasminer.miner.audit;

import org.jspecify.annotations.NullMarked;
