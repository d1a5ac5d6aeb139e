/**
 * JUMBF (ISO/IEC 19566-5) as C2PA uses it: labelled superboxes that keep the range they lay in, and
 * a writer.
 *
 * <p>Rule: knows boxes, not what they mean; hostile bytes end in {@link
 * io.gasminer.c2pa.jumbf.Parsed.Malformed}, never in an exception.
 */
@NullMarked
package io.gasminer.c2pa.jumbf;

import org.jspecify.annotations.NullMarked;
