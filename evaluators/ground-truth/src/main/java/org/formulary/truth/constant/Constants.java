package org.formulary.truth.constant;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.formulary.expressions.parse.ParseException;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.truth.CsvResource;
import org.formulary.truth.reference.RealFunction;

/** The named constants. To add one, add a line to {@code constants.csv}. */
public final class Constants {
  private static final String FILE = "constants.csv";

  private static final List<Constant> ALL =
      CsvResource.rows(Constants.class, FILE).stream()
          .map(r -> new Constant(r[0], r[1], r[2]))
          .toList();

  /** A name that is no function. */
  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z]\\w*\\b(?!\\s*\\()");

  private Constants() {}

  /** All named constants, in the order of {@code formulary constant list}. */
  public static List<Constant> all() {
    return ALL;
  }

  /** The constant of this name, if there is one. */
  public static Optional<Constant> find(String name) {
    return ALL.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /**
   * The constant of a name or of a formula without x, in which names may occur. Throws {@link
   * InvalidSpecException} with the given key, the option it comes from, where it is neither.
   */
  public static Constant of(String key, String text) {
    return find(text.strip()).orElseGet(() -> ofFormula(key, text.strip()));
  }

  private static Constant ofFormula(String key, String text) {
    String formula =
        NAME.matcher(text)
            .replaceAll(m -> find(m.group()).map(c -> "(" + c.formula() + ")").orElse(m.group()));
    try {
      RealFunction.parseConstant(formula);
    } catch (ParseException e) {
      throw new InvalidSpecException(
          key,
          "constant \"%s\" is neither a name that 'formulary constant list' shows nor a formula: %s"
              .formatted(text, e.getMessage()));
    }
    return new Constant(text, formula, "");
  }
}
