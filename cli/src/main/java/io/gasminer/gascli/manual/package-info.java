/**
 * The command line as others read it: completion scripts of three shells, and the page of the
 * manual. Rule: everything comes from the model of the commands; nothing here knows one by name.
 */
@NullMarked
package io.gasminer.gascli.manual;

import org.jspecify.annotations.NullMarked;
