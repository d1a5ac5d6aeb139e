package io.gasminer.miner.events;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns what the operator is told about vendors: one method per message. Thread-safe. */
public final class ProviderEvents {
  private static final Logger LOG = LoggerFactory.getLogger("io.gasminer.miner.generation");

  /** A vendor refuses the key or the credits; said once until it takes them again. */
  public void operatorMustAct(String provider, String reason, String keySetting, Duration pause) {
    LOG.atError()
        .addKeyValue("event", "provider-refuses-us")
        .addKeyValue("provider", provider)
        .log(
            "{} refuses to work for us: {}. Nothing is made there until that is mended; look at"
                + " {} and at the account's credits. It is tried again in {} s",
            provider,
            reason,
            keySetting,
            pause.toSeconds());
  }

  /** The vendor still refuses after a pause. */
  public void stillRefused(String provider, Duration pause) {
    LOG.atDebug()
        .addKeyValue("event", "provider-still-refuses-us")
        .addKeyValue("provider", provider)
        .log("{} still refuses; it is tried again in {} s", provider, pause.toSeconds());
  }

  /** A vendor is busy or broken and is left alone for a while. */
  public void paused(String provider, String reason, Duration pause) {
    LOG.atWarn()
        .addKeyValue("event", "provider-paused")
        .addKeyValue("provider", provider)
        .log(
            "{} is left alone for {} s: {}. Its tasks wait; nothing need be done unless it lasts",
            provider,
            pause.toSeconds(),
            reason);
  }

  /** A vendor that was left alone works again. */
  public void resumed(String provider) {
    LOG.atInfo()
        .addKeyValue("event", "provider-resumed")
        .addKeyValue("provider", provider)
        .log("{} works again", provider);
  }

  /** A paid job cannot be looked at with the key we have. */
  public void jobOutOfReach(String provider, String jobId, String reason, String keySetting) {
    LOG.atError()
        .addKeyValue("event", "provider-job-out-of-reach")
        .addKeyValue("provider", provider)
        .addKeyValue("job", jobId)
        .log(
            "{} does not let us see a job that is paid for: {}. It is asked again until the task's"
                + " time is over; look at {}",
            provider,
            reason,
            keySetting);
  }

  /** Something about a configured model that the operator should know but that stops nothing. */
  public void modelNote(String note) {
    LOG.atWarn().addKeyValue("event", "model-note").log("{}", note);
  }
}
