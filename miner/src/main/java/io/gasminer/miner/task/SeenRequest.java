package io.gasminer.miner.task;

import java.time.Instant;

/**
 * Owns what makes a signed request recognisable when it is sent again.
 *
 * @param fingerprint SHA-256 (hex) over signer and signed message; two encodings of one signature
 *     are one request
 * @param validUntil after this instant the signature is too old to pass, so it may be forgotten
 */
public record SeenRequest(String fingerprint, Instant validUntil) {}
