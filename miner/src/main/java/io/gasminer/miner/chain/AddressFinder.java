package io.gasminer.miner.chain;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Owns the finding of the address that the internet sees this machine at.
 *
 * <p>One service could be wrong or lie, and validators would call somebody else: two that are
 * independent of each other must say the same, and a third decides where they do not. Thread-safe.
 */
public final class AddressFinder {
  /** Three services by three operators; they answer over IPv4. */
  public static final List<URI> SERVICES =
      List.of(
          URI.create("https://checkip.amazonaws.com"),
          URI.create("https://api.ipify.org"),
          URI.create("https://ipv4.icanhazip.com"));

  private static final int ENOUGH = 2;

  private final List<URI> services;
  private final Predicate<InetAddress> isPublic;
  private final AddressQuestion question;

  /**
   * Asks these services, in their order, until two agree.
   *
   * @param isPublic whether anybody on the internet could reach such an address
   */
  public AddressFinder(
      List<URI> services, Predicate<InetAddress> isPublic, AddressQuestion question) {
    this.services = List.copyOf(services);
    this.isPublic = isPublic;
    this.question = question;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** Two services say the same. */
    record Found(InetAddress address) implements Outcome {}

    /** They do not answer, or not the same; the reason names each with what it said. */
    record NotFound(String reason) implements Outcome {}
  }

  /** Asks; blocks the calling virtual thread for a bounded time. */
  public Outcome find() throws InterruptedException {
    Map<InetAddress, Integer> votes = new LinkedHashMap<>();
    List<String> said = new ArrayList<>();
    for (URI service : services) {
      switch (question.ask(service)) {
        case AddressQuestion.Answer.Said(InetAddress address) when isPublic.test(address) -> {
          said.add(service.getHost() + " says " + address.getHostAddress());
          votes.merge(address, 1, Integer::sum);
        }
        case AddressQuestion.Answer.Said(InetAddress address) ->
            said.add(
                service.getHost()
                    + " says "
                    + address.getHostAddress()
                    + ", which is no public address");
        case AddressQuestion.Answer.Nothing(String reason) ->
            said.add(service.getHost() + " " + reason);
      }
      Optional<InetAddress> agreed = agreed(votes);
      if (agreed.isPresent()) {
        return new Outcome.Found(agreed.get());
      }
    }
    return new Outcome.NotFound(said.stream().collect(Collectors.joining("; ")));
  }

  private static Optional<InetAddress> agreed(Map<InetAddress, Integer> votes) {
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() >= ENOUGH)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
