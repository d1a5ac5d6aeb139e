/**
 * X.509 as C2PA uses it: the profile of signing certificates, chains to trust anchors, and private
 * authorities.
 *
 * <p>Rule: the instant of the judgement is handed in; hostile DER ends in a {@link
 * io.gasminer.c2pa.x509.Finding} or an empty answer, never in an exception.
 */
@NullMarked
package io.gasminer.c2pa.x509;

import org.jspecify.annotations.NullMarked;
