package org.formulary.search.domain;

/**
 * What is searched, stable for ever.
 *
 * @param text canonical, such as {@code approximation function=exp2(x) interval=0,1 error=relative}
 * @param revision of the meaning of the text; raised when the same text would judge differently
 */
public record ProblemId(String text, int revision) {
  @Override
  public String toString() {
    return text + " r" + revision;
  }
}
