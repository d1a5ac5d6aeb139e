package io.gasminer.bittensor.scale;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Owns one type of a runtime: its path in the runtime's code, its parameters and its shape. */
public record ScaleType(List<String> path, List<Parameter> parameters, TypeShape shape) {
  /** A type parameter, as {@code T} of {@code Option<T>}; some have no type. */
  public record Parameter(String name, OptionalInt type) {}

  /** Copies the lists. */
  public ScaleType {
    path = List.copyOf(path);
    parameters = List.copyOf(parameters);
  }

  /** The path as Rust writes it; empty for types without one. */
  public String name() {
    return String.join("::", path);
  }

  /** The type that stands for the parameter of that name. */
  public OptionalInt parameter(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .map(Parameter::type)
        .orElse(OptionalInt.empty());
  }

  /** The cases, where this is a variant. */
  public Optional<Cases> cases() {
    return shape instanceof TypeShape.Variant variant
        ? Optional.of(variant.cases())
        : Optional.empty();
  }
}
