package org.formulary.continuedfractions.polynomial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A classical or published fraction, to compare findings with; no search starts from one.
 *
 * @param name as in {@code known-fractions.csv}, which says where they come from
 */
public record KnownFraction(String name, PolynomialFraction fraction) {
  private static final String FILE = "known-fractions.csv";

  /** All, in the order of the file. */
  public static List<KnownFraction> all() {
    try (InputStream in = KnownFraction.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("name;"))
          .map(line -> line.split(";"))
          .map(r -> new KnownFraction(r[0], Family.parse(r[1], r[2], "").fraction(0)))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(FILE, e);
    }
  }
}
