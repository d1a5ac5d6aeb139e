package io.gasminer.c2pa;

/**
 * Owns what two versions of the validators' library make of the same bytes.
 *
 * @param pinned by the version that validators run; it is what counts
 * @param newer by the next version, which they would run after an update
 */
public record Forecast(ReadResult pinned, ReadResult newer) {}
