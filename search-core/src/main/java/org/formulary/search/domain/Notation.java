package org.formulary.search.domain;

/** Canonical text of candidates: {@code parse(print(p))} equals {@code p}. */
public interface Notation<P> {
  String print(P candidate);

  /** Throws {@link InvalidSpecException} with a caret under the column at fault. */
  P parse(String text);
}
