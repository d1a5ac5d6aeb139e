/**
 * What a runtime says of itself (metadata, versions 14 and 15): its types, storage, calls, runtime
 * APIs, errors and extensions, found by name.
 *
 * <p>Rule: no I/O, and nothing of the runtime is assumed: indices, types and hashers come from the
 * metadata, because runtimes change every few weeks.
 */
@NullMarked
package io.gasminer.bittensor.metadata;

import org.jspecify.annotations.NullMarked;
