package org.formulary.results.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Keeps the migration library quiet: what it has to say to users arrives as an exception. */
public final class Silence implements LogCreator, Log {
  /** Called by name. */
  public Silence() {}

  @Override
  public Log createLogger(Class<?> type) {
    return this;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void debug(String message) {}

  @Override
  public void info(String message) {}

  @Override
  public void warn(String message) {}

  @Override
  public void error(String message) {}

  @Override
  public void error(String message, Exception e) {}

  @Override
  public void notice(String message) {}
}
