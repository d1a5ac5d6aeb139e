/**
 * What validation has to say: the specification's status codes, and the log in which each check
 * writes what it found.
 *
 * <p>Rule: knows no check; whoever detects something writes it, and nobody here judges it.
 */
@NullMarked
package io.gasminer.c2pa.status;

import org.jspecify.annotations.NullMarked;
