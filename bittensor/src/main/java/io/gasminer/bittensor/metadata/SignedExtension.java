package io.gasminer.bittensor.metadata;

/**
 * Owns what one extension adds to a signed extrinsic: a value of one type that is sent, and one of
 * another that is only signed.
 */
public record SignedExtension(String identifier, int sent, int signedOnly) {}
