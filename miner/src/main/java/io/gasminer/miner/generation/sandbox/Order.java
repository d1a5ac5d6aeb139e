package io.gasminer.miner.generation.sandbox;

import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.media.PixelSize;
import io.gasminer.miner.media.Tier;
import io.gasminer.miner.task.JobTicket;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Owns what a job is to become, all of which its ticket keeps: whoever holds that gets the picture.
 *
 * @param takes from acceptance to the picture
 * @param lost whether the job ends without a picture
 */
record Order(
    String prompt, PixelSize size, Format format, long seed, Duration takes, boolean lost) {
  private static final int LONGEST_SIDE = 16_384;
  private static final long MOST_PIXELS = 50_000_000;

  /** The order for a request; the seed counts where the request names none. */
  static Order of(GenerationRequest request, long seed, Duration takes, boolean lost) {
    Map<String, Object> asked = request.parameters();
    Tier tier =
        Tier.named(request.tier(), request.modality())
            .orElseGet(() -> Tier.baseline(request.modality()));
    Object shape = asked.getOrDefault("aspect_ratio", asked.getOrDefault("ratio", ""));
    return new Order(
        request.prompt(),
        Canvas.of(tier, shape),
        Format.wanted(request.modality(), asked.getOrDefault("format", "")),
        seed(asked, seed),
        takes,
        lost);
  }

  /** The order that a ticket keeps; empty when it is no ticket of the sandbox. */
  static Optional<Order> of(JobTicket ticket) {
    Map<String, String> details = ticket.details();
    try {
      PixelSize size =
          new PixelSize(
              Integer.parseInt(detail(details, "width")),
              Integer.parseInt(detail(details, "height")));
      Order order =
          new Order(
              detail(details, "prompt"),
              size,
              Format.valueOf(detail(details, "format")),
              Long.parseLong(detail(details, "seed")),
              Duration.parse(detail(details, "takes")),
              Boolean.parseBoolean(detail(details, "lost")));
      boolean possible =
          size.smallerSide() >= 16
              && Math.max(size.width(), size.height()) <= LONGEST_SIDE
              && size.pixels() <= MOST_PIXELS;
      return possible ? Optional.of(order) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeParseException damaged) {
      return Optional.empty();
    }
  }

  Map<String, String> details() {
    return Map.of(
        "prompt", prompt,
        "width", Integer.toString(size.width()),
        "height", Integer.toString(size.height()),
        "format", format.name(),
        "seed", Long.toString(seed),
        "takes", takes.toString(),
        "lost", Boolean.toString(lost));
  }

  private static String detail(Map<String, String> details, String name) {
    return Objects.requireNonNullElse(details.get(name), "");
  }

  private static long seed(Map<String, Object> asked, long otherwise) {
    return switch (asked.getOrDefault("seed", "")) {
      case Number number -> number.longValue();
      case String text when text.matches("-?\\d{1,18}") -> Long.parseLong(text);
      default -> otherwise;
    };
  }
}
