package org.formulary.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.formulary.app.Environment.Terminal;
import org.formulary.search.domain.Domain;
import org.formulary.search.survey.Exploration;

/** The process: streams, signals, domains. */
public final class Main {
  /** How long an interrupted command may take to put things in order. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int DEFAULT_COLUMNS = 160;

  private Main() {}

  public static void main(String[] arguments) {
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    // Ctrl-C begins the shutdown; it goes on when the command has stopped at its next barrier.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  interrupted.set(true);
                  try {
                    ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "stop"));
    int code;
    try {
      code = Formulary.run(environment(interrupted), arguments);
    } catch (Throwable e) { // such as a domain that cannot be loaded
      code = Failures.report(e, false, writer(FileDescriptor.err));
    } finally {
      ended.countDown();
    }
    System.exit(code);
  }

  private static Environment environment(AtomicBoolean interrupted) {
    return new Environment(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        terminal(),
        ServiceLoader.load(Domain.class).stream().map(ServiceLoader.Provider::get).toList(),
        ServiceLoader.load(Exploration.class).stream().map(ServiceLoader.Provider::get).toList(),
        interrupted::get,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("formulary.command", "./formulary"));
  }

  /** UTF-8 whatever the locale, as all files of the project are. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /** As the launcher found it: the JDK cannot tell about standard error. */
  private static Terminal terminal() {
    return new Terminal(
        Boolean.getBoolean("formulary.terminal.out"),
        Boolean.getBoolean("formulary.terminal.err"),
        Integer.getInteger("formulary.columns", DEFAULT_COLUMNS));
  }
}
