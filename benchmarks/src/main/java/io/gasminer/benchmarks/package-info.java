/**
 * What the request path costs, measured with JMH.
 *
 * <p>Rule: measures public types only, as their callers use them; nothing depends on it.
 */
@NullMarked
package io.gasminer.benchmarks;

import org.jspecify.annotations.NullMarked;
