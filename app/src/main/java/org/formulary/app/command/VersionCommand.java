package org.formulary.app.command;

import org.formulary.app.Environment;
import org.formulary.results.RuntimeInfo;
import picocli.CommandLine.Command;

/** {@code formulary version}. */
@Command(name = "version", description = "Print the version, the JDK and the machine.")
public final class VersionCommand implements Runnable {
  private final Environment environment;

  public VersionCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    RuntimeInfo info = RuntimeInfo.current();
    environment.out().println("formulary " + info.toolVersion());
    environment.out().println("jdk       " + info.jdk());
    environment.out().println("machine   " + info.machine());
  }
}
