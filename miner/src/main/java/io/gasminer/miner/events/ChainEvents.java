package io.gasminer.miner.events;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the words about registration, metagraph and axon.
 *
 * <p>What lasts is said at most every ten minutes, and at once when it has changed. Thread-safe.
 */
public final class ChainEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.gasminer.miner.chain");
  private static final String KEPT = "kept";
  private static final String WAITING = "waiting";

  private final Seldom seldom;

  /** Counts by the clock. */
  public ChainEvents(InstantSource clock) {
    this.seldom = new Seldom(clock, Duration.ofMinutes(10));
  }

  /** The metagraph was read and is in force. */
  public void metagraphLoaded(long block, int neurons, int callers) {
    seldom.startOver(KEPT);
    LOG.atInfo()
        .addKeyValue("event", "metagraph-loaded")
        .log(
            "metagraph of block {} is in force: {} neurons, {} of them have the stake to call",
            block,
            neurons,
            callers);
  }

  /** The metagraph could not be read. */
  public void metagraphKept(String reason, long block, Duration age) {
    if (seldom.leftOutBefore(KEPT) >= 0) {
      LOG.atWarn()
          .addKeyValue("event", "metagraph-kept")
          .log(
              "the metagraph cannot be read: {}. That of block {}, {} old, stays in force: its"
                  + " validators are served, newer ones are refused. It is tried again; if it"
                  + " stays so, look at the network or name more endpoints in BT_CHAIN_ENDPOINT",
              Words.of(reason),
              block,
              Words.time(age));
    }
  }

  /** The metagraph is in force but not on disk. */
  public void metagraphNotSaved(Path file, String reason) {
    if (seldom.leftOutBefore("not saved") >= 0) {
      LOG.atWarn()
          .addKeyValue("event", "metagraph-not-saved")
          .log(
              "{} cannot be written ({}); without it the miner cannot start while the chain is"
                  + " away. Look at disk space and at the folder's permissions",
              file,
              reason);
    }
  }

  /** What an earlier life saved is of no use. */
  public void savedUnusable(Path file, String reason) {
    if (seldom.leftOutBefore("unusable") >= 0) {
      LOG.atWarn()
          .addKeyValue("event", "metagraph-unusable")
          .log("{} is not used: {}. It is replaced once the chain answers", file, reason);
    }
  }

  /** The chain is away at the start, and an earlier metagraph serves. */
  public void startedFromSaved(long block, Duration age, String reason) {
    LOG.atWarn()
        .addKeyValue("event", "metagraph-from-disk")
        .log(
            "the chain does not answer ({}), so the miner starts with the metagraph of block {},"
                + " which is {} old: its validators are served, newer ones once the chain answers",
            Words.of(reason),
            block,
            Words.time(age));
  }

  /** The chain is away at the start, and there is nothing to start from. */
  public void waitingForTheChain(String reason, Duration left) {
    if (seldom.leftOutBefore(WAITING) >= 0) {
      LOG.atWarn()
          .addKeyValue("event", "waiting-for-the-chain")
          .log(
              "the chain does not answer ({}); it is tried for {} more. The miner starts when it"
                  + " knows the validators",
              Words.of(reason),
              Words.time(left));
    }
  }

  /** The hotkey has no uid; said at each reading, as nothing is earned until it is mended. */
  public void notRegistered(int netuid, long block, String command) {
    LOG.atError()
        .addKeyValue("event", "not-registered")
        .log(
            "THE HOTKEY IS NOT REGISTERED on subnet {} any more (block {}): no validator calls this"
                + " miner and nothing is earned. It goes on serving what it has; register again:"
                + " {}",
            netuid,
            block,
            command);
  }

  /** The hotkey has a uid that it did not have before. */
  public void registered(int netuid, int uid, Optional<Integer> before) {
    LOG.atWarn()
        .addKeyValue("event", "registered")
        .log(
            "the hotkey is registered on subnet {} as uid {}{}",
            netuid,
            uid,
            before.map(old -> "; it was uid " + old + " before").orElse(" again"));
  }

  /** The chain says already where the miner is. */
  public void axonUnchanged(String place) {
    LOG.atInfo()
        .addKeyValue("event", "axon-unchanged")
        .log("the chain says that this miner is at {}; nothing was sent", place);
  }

  /** The chain says it now. */
  public void axonServed(String place, String block) {
    LOG.atInfo()
        .addKeyValue("event", "axon-served")
        .log("announced: the chain says in block {} that this miner is at {}", block, place);
  }

  /** The chain wants time between two announcements. */
  public void axonTooSoon(String place, long blocks, Duration about) {
    LOG.atInfo()
        .addKeyValue("event", "axon-too-soon")
        .log(
            "{} is announced in about {} ({} blocks): the chain takes an announcement of a hotkey"
                + " only so often. Until then validators call the former address",
            place,
            Words.time(about),
            blocks);
  }

  /** It was refused, or could not be sent. */
  public void axonNotAnnounced(String place, String reason) {
    LOG.atWarn()
        .addKeyValue("event", "axon-not-announced")
        .log(
            "{} could not be announced: {}. Validators call what the chain said before. It is tried"
                + " again; BT_AXON_ANNOUNCE=false switches it off",
            place,
            Words.of(reason));
  }

  /** It was sent, and what became of it is not known. */
  public void axonUncertain(String place, String reason) {
    LOG.atWarn()
        .addKeyValue("event", "axon-uncertain")
        .log(
            "the announcement of {} was sent, and what became of it is not known: {}. The chain is"
                + " looked at again, and nothing is sent twice that it already says",
            place,
            Words.of(reason));
  }

  /** The services do not agree on this machine's address. */
  public void addressNotFound(String reason) {
    LOG.atWarn()
        .addKeyValue("event", "address-not-found")
        .log(
            "the address that validators reach this machine at is not known ({}), so no axon is"
                + " announced. It is tried again; set BT_AXON_EXTERNAL_IP to say it yourself",
            Words.of(reason));
  }

  /** Whether the announced address takes connections from this machine. */
  public void axonReached(String place, boolean reached) {
    LOG.atInfo()
        .addKeyValue("event", reached ? "axon-reached" : "axon-not-reached")
        .log(
            "{} {}",
            place,
            reached
                ? "was called from this machine, and this miner answers"
                : "was called from this machine, and no miner answers. Many routers do not send a"
                    + " machine's own traffic back, so that need not mean anything; if no"
                    + " challenges come, look at the firewall and the forwarding of the port");
  }

  /** A request to read the metagraph anew could not be taken or answered. */
  public void refreshRequestFailed(String reason) {
    if (seldom.leftOutBefore("refresh") >= 0) {
      LOG.atWarn()
          .addKeyValue("event", "refresh-request-failed")
          .log(
              "a request of 'gascli generator refresh' could not be served ({}); look at disk space"
                  + " and at the state folder's permissions",
              reason);
    }
  }
}
