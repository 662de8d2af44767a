package org.formulary.search.domain;

/**
 * A specification that names no problem. The message is one line: option, value, what is allowed.
 */
public final class InvalidSpecException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;

  public InvalidSpecException(String key, String message) {
    super(message);
    this.key = key;
  }

  /** The option at fault. */
  public String key() {
    return key;
  }
}
