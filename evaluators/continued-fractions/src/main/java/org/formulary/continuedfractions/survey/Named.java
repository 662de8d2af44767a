package org.formulary.continuedfractions.survey;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/** A constant with a name that people know, or a formula. Keeps what it computed. */
final class Named {
  private final Constant constant;
  private final Map<Integer, Enclosure> known = new ConcurrentHashMap<>();

  private Named(Constant constant) {
    this.constant = constant;
  }

  /** By a name of {@link Constants} or a formula. */
  static Named of(String text) {
    return new Named(Constants.of("constant", text));
  }

  String name() {
    return constant.name();
  }

  Enclosure enclosure(int bits) {
    return known.computeIfAbsent(bits, constant::enclosure);
  }
}
