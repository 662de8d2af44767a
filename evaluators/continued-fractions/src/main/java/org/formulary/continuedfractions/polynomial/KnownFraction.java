package org.formulary.continuedfractions.polynomial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/**
 * A classical or published fraction, to compare findings with; no search starts from one.
 *
 * @param name as in {@code known-fractions.csv}, which says where they come from
 * @param value of the fraction
 */
public record KnownFraction(String name, PolynomialFraction fraction, Constant value) {
  private static final String FILE = "known-fractions.csv";

  /** All, in the order of the file. */
  public static List<KnownFraction> all() {
    try (InputStream in = KnownFraction.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("name;"))
          .map(line -> line.split(";"))
          .map(KnownFraction::of)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(FILE, e);
    }
  }

  private static KnownFraction of(String[] row) {
    return new KnownFraction(
        row[0], Family.parse(row[1], row[2], "").fraction(0), Constants.of("value", row[6]));
  }
}
