/**
 * SCALE, the chain's binary form, as far as a runtime's types describe it: a strict decoder into
 * values (lenient only to compact numbers larger than their type), and an encoder of the same
 * values.
 *
 * <p>Rule: knows nothing of metadata or the chain; what decodes encodes to the same bytes, and
 * hostile bytes or types end in {@link io.gasminer.bittensor.scale.Decoded.Malformed}, never in an
 * exception.
 */
@NullMarked
package io.gasminer.bittensor.scale;

import org.jspecify.annotations.NullMarked;
