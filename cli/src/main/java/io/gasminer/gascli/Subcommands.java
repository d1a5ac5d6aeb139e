package io.gasminer.gascli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Owns the list of the commands below a command, one a line; {@link TypedCommands} builds those
 * that are typed. (picocli's own list would have it build them all.)
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Subcommands {
  /** The commands, each with an annotation {@code Command}. */
  Class<?>[] value();

  /**
   * The one among them that is meant where none is typed; it may be left out before its options.
   */
  Class<?> usual() default void.class;
}
