package org.formulary.approximation.classical;

import java.util.List;
import org.formulary.expressions.BinaryRational;

/**
 * A polynomial evaluated with fewer multiplications than by Horner's scheme, by parameters that
 * were computed from its coefficients beforehand.
 *
 * <p>Reference: Knuth, "The Art of Computer Programming", volume 2, section 4.6.4.
 *
 * @param scheme what the parameters mean
 * @param parameters α₀, α₁, … in the order in which the scheme takes them; the factors c, β, α of
 *     the general scheme likewise
 */
record PreconditionedForm(Scheme scheme, List<BinaryRational> parameters) implements Form {
  PreconditionedForm {
    parameters = List.copyOf(parameters);
  }

  /** The schemes, named by the degrees they are for. */
  enum Scheme {
    /** y = (x + α₀)·x + α₁; ((y + x + α₂)·y + α₃)·α₄: 8 operations. */
    FOUR,
    /** y = (x + α₀)²; (((y + α₁)·y + α₂)·(x + α₃) + α₄)·α₅: 9 operations. */
    FIVE,
    /** z = (x + α₀)·x + α₁; w = (x + α₂)·z + α₃; ((w + z + α₄)·w + α₅)·α₆: 11 operations. */
    SIX,
    /**
     * y = x + c; w = y²; z = u·y + β₀ for an odd degree, (u·y + α₀)·y + β₀ for an even one; then z
     * = z·(w − αᵢ) + βᵢ for i = 1, 2, …: n + ⌊n/2⌋ + 3 operations, less one for every parameter 0.
     * Parameters: c, u, α₀ (of an even degree), β₀, α₁, β₁, ….
     */
    ODD,
    EVEN
  }

  @Override
  public PreconditionedForm rounded(int bits) {
    return new PreconditionedForm(scheme, parameters.stream().map(c -> c.round(bits)).toList());
  }

  @Override
  public String text(String x, StringBuilder bindings) {
    return switch (scheme) {
      case FOUR -> {
        bind(bindings, x, "p", "(%s%s)*%s%s".formatted(x, plus(0), x, plus(1)));
        String y = x + "p";
        yield "((%s + %s%s)*%s%s)%s".formatted(y, x, plus(2), y, plus(3), times(4));
      }
      case FIVE -> {
        bind(bindings, x, "p", x + plus(0));
        bind(bindings, x, "q", "%sp*%sp".formatted(x, x));
        String y = x + "q";
        yield "(((%s%s)*%s%s)*(%s%s)%s)%s"
            .formatted(y, plus(1), y, plus(2), x, plus(3), plus(4), times(5));
      }
      case SIX -> {
        bind(bindings, x, "p", "(%s%s)*%s%s".formatted(x, plus(0), x, plus(1)));
        String z = x + "p";
        bind(bindings, x, "q", "(%s%s)*%s%s".formatted(x, plus(2), z, plus(3)));
        String w = x + "q";
        yield "((%s + %s%s)*%s%s)%s".formatted(w, z, plus(4), w, plus(5), times(6));
      }
      case ODD, EVEN -> general(x, bindings);
    };
  }

  private String general(String x, StringBuilder bindings) {
    bind(bindings, x, "p", x + plus(0));
    String y = x + "p";
    bind(bindings, x, "q", "%s*%s".formatted(y, y));
    String w = x + "q";
    int next = 2;
    String z = y + times(1);
    if (scheme == Scheme.EVEN) {
      z = "(%s%s)*%s".formatted(z, plus(next++), y);
    }
    z += plus(next++);
    for (; next < parameters.size(); next += 2) {
      String factor = w + Form.plus(parameters.get(next).negate());
      z = "(%s)*(%s)%s".formatted(z, factor, plus(next + 1));
    }
    return z;
  }

  private static void bind(StringBuilder bindings, String x, String name, String value) {
    bindings.append("%s%s = %s; ".formatted(x, name, value));
  }

  private String plus(int i) {
    return Form.plus(parameters.get(i));
  }

  private String times(int i) {
    return parameters.get(i).equals(BinaryRational.ONE) ? "" : "*" + parameters.get(i);
  }
}
