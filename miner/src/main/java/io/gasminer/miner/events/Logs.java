package io.gasminer.miner.events;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/**
 * Owns where log lines go: the console, and a file that is rotated by day and by size.
 *
 * <p>One line per event, plain or JSON. Called once, before anything is logged.
 */
public final class Logs {
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %msg %kvp{NONE}%n%ex{short}";

  private static final int QUEUED_LINES = 8_192;
  private static final Duration FLUSH_WITHIN = Duration.ofSeconds(2);

  private Logs() {}

  /** Sends lines to the console, and to {@code <folder>/logs/gas-miner.log} as well. */
  public static void toConsoleAndFile(Path folder, String level, boolean json) {
    LoggerContext context = fresh(level);
    inBackground(context, started(context, console(), json));
    inBackground(context, file(context, folder, json));
  }

  /** Sends lines to {@code <folder>/logs/gas-miner.log} alone: nobody reads the console. */
  public static void toFile(Path folder, String level, boolean json) {
    LoggerContext context = fresh(level);
    inBackground(context, file(context, folder, json));
  }

  /** The file that the miner writes now; older ones stand beside it, by day and number. */
  public static Path file(Path folder) {
    return folder.resolve("logs").resolve("gas-miner.log");
  }

  private static OutputStreamAppender<ILoggingEvent> file(
      LoggerContext context, Path folder, boolean json) {
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName("file");
    file.setFile(file(folder).toString());
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(file);
    rolling.setFileNamePattern(folder.resolve("logs") + "/gas-miner.%d{yyyy-MM-dd}.%i.log.gz");
    rolling.setMaxFileSize(FileSize.valueOf("50MB"));
    rolling.setMaxHistory(7);
    rolling.setTotalSizeCap(FileSize.valueOf("500MB"));
    // A miner that was down for a week has old files to remove too.
    rolling.setCleanHistoryOnStart(true);
    rolling.start();
    file.setRollingPolicy(rolling);
    return started(context, file, json);
  }

  /** Writes what still waits; the last thing before the process ends. */
  public static void close() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
  }

  /** Sends only warnings, and only to standard error: what short commands need. */
  public static void quiet() {
    LoggerContext context = fresh("warn");
    root(context).addAppender(started(context, console(), false));
  }

  private static LoggerContext fresh(String level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger("io.gasminer").setLevel(Level.toLevel(level, Level.INFO));
    return context;
  }

  private static ConsoleAppender<ILoggingEvent> console() {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setName("console");
    console.setTarget("System.err");
    return console;
  }

  // A disk or a terminal that is slow for a moment must not hold up answers to validators. A full
  // queue does, so that no line is dropped.
  private static void inBackground(LoggerContext context, Appender<ILoggingEvent> appender) {
    AsyncAppender queue = new AsyncAppender();
    queue.setContext(context);
    queue.setName(appender.getName() + "-queue");
    queue.setQueueSize(QUEUED_LINES);
    queue.setDiscardingThreshold(0);
    queue.setMaxFlushTime((int) FLUSH_WITHIN.toMillis());
    queue.addAppender(appender);
    queue.start();
    root(context).addAppender(queue);
  }

  private static OutputStreamAppender<ILoggingEvent> started(
      LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, boolean json) {
    appender.setContext(context);
    appender.setEncoder(json ? jsonLines(context) : plainLines(context));
    appender.start();
    return appender;
  }

  private static Logger root(LoggerContext context) {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static EncoderBase<ILoggingEvent> jsonLines(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithThreadName(false);
    encoder.setWithMDC(false);
    encoder.start();
    return encoder;
  }

  private static PatternLayoutEncoder plainLines(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(LINE);
    encoder.start();
    return encoder;
  }
}
