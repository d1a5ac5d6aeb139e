package io.gasminer.c2pa.jumbf;

import io.gasminer.c2pa.cbor.Span;
import java.util.List;
import java.util.Optional;

/** Owns a superbox ({@code jumb}): its description, its children in order, and where it lay. */
public record Superbox(Description description, List<JumbfBox> children, Span span, Span hashed)
    implements JumbfBox {
  /** What {@code hashed} is: all after the box header, which is what hashed URIs cover. */
  public Superbox {
    children = List.copyOf(children);
  }

  /** The label of the description. */
  public String label() {
    return description.label();
  }

  /** The child superboxes in order. */
  public List<Superbox> superboxes() {
    return children.stream().filter(Superbox.class::isInstance).map(Superbox.class::cast).toList();
  }

  /** The first child superbox with that label. */
  public Optional<Superbox> child(String label) {
    return superboxes().stream().filter(box -> box.label().equals(label)).findFirst();
  }

  /** The first content box of that four-letter type. */
  public Optional<ContentBox> content(String type) {
    return contents().stream().filter(box -> box.type().equals(type)).findFirst();
  }

  /** The content boxes in order. */
  public List<ContentBox> contents() {
    return children.stream()
        .filter(ContentBox.class::isInstance)
        .map(ContentBox.class::cast)
        .toList();
  }
}
