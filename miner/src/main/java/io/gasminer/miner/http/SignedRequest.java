package io.gasminer.miner.http;

import io.gasminer.bittensor.epistula.Caller;
import java.util.Optional;

/**
 * Owns what an endpoint sees of a request whose signature fits.
 *
 * @param pathRest what stands in the path after the route's own part, decoded; unsigned
 * @param webhookUrl the header {@code X-Webhook-URL}; unsigned
 */
record SignedRequest(Caller caller, byte[] body, String pathRest, Optional<String> webhookUrl) {}
