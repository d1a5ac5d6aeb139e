package io.gasminer.bittensor.epistula;

import java.time.Instant;

/**
 * Owns who signed a request, once the signature has been verified.
 *
 * @param fingerprint SHA-256 (hex) over signer and signed text: the same for the same signed
 *     request, however its signature is written
 * @param validUntil when the request's timestamp leaves the window, so that it cannot pass again
 */
public record Caller(Signer signer, String fingerprint, Instant validUntil)
    implements BodyVerdict {}
