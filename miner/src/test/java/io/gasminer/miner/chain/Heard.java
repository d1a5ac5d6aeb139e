package io.gasminer.miner.chain;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Owns what the operator is told while a test runs. */
final class Heard extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.gasminer.miner.chain");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Listens from now on. */
  Heard() {
    start();
    logger.setLevel(Level.INFO);
    logger.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getKeyValuePairs().getFirst().value + ": " + event.getFormattedMessage());
  }

  /** The lines of that event. */
  List<String> of(String event) {
    return lines.stream().filter(line -> line.startsWith(event + ": ")).toList();
  }

  @Override
  public void close() {
    logger.detachAppender(this);
  }
}
