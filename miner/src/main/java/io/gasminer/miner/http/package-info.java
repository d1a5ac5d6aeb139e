/**
 * The five endpoints that validators call, one class each, behind Epistula.
 *
 * <p>Rule: this package turns outcomes into HTTP and decides nothing else; every size, count and
 * time of a request is bounded in {@link io.gasminer.miner.http.HttpLimits}.
 */
@NullMarked
package io.gasminer.miner.http;

import org.jspecify.annotations.NullMarked;
