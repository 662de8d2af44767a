package org.formulary.continuedfractions.blind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.conjecture.ConjectureVerifier;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.formulary.truth.relation.Identification;
import org.formulary.truth.relation.Identified;

/** Asks what a fraction that was found without a constant tends to. */
public final class Finding {
  /** Bits to which limits are identified. */
  static final int BITS = 400;

  /** As if so many numbers had been asked about: relations must be the more significant. */
  private static final long NUMBERS = 1 << 20;

  private static final List<Constant> CONSTANTS =
      Stream.of(
              "pi",
              "ln2",
              "ln3",
              "zeta3",
              "zeta4",
              "zeta5",
              "catalan",
              "sqrt2",
              "sqrt3",
              "e",
              "lemniscate")
          .map(name -> Constants.find(name).orElseThrow())
          .toList();

  private static final Identification IDENTIFICATION = Identification.among(CONSTANTS);

  private Finding() {}

  /** The fraction with a formula of its limit, where one is found that is no accident. */
  public static Optional<Conjecture> identified(PolynomialFraction f, Progress progress) {
    if (!(Limit.of(f, BITS) instanceof Limit.Finite limit)) {
      return Optional.empty();
    }
    return IDENTIFICATION
        .identify(limit.value(), NUMBERS, progress::cancelled)
        .best()
        .flatMap(Identified::value)
        .map(value -> new Conjecture(f, Constants.of("constant", value)));
  }

  /** Compares the fraction with the formula to a thousand digits. */
  public static Verification verify(Conjecture c) {
    return ConjectureVerifier.verify(c, Progress.NONE);
  }
}
