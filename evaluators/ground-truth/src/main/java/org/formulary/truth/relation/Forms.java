package org.formulary.truth.relation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.formulary.expressions.BinaryRational;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.relation.QuotientForm.Term;

/**
 * The forms that are tried for a number.
 *
 * @param together whether also quotients in all constants at once
 */
record Forms(List<Constant> constants, boolean together) {
  /** The largest degree of a polynomial that is tried. */
  static final int MOST_DEGREE = 8;

  private static final MathContext ROUNDED_UP = new MathContext(7, RoundingMode.UP);
  private static final RealFunction LOGARITHM = RealFunction.parse("log(x)");

  /** Bases of every product. */
  private static final List<Constant> BASES =
      Stream.of("2", "3", "5", "7", "pi", "e").map(b -> new Constant(b, b, "")).toList();

  Forms {
    constants = List.copyOf(constants);
  }

  /** The number of all forms. */
  int count() {
    int n = constants.size();
    return MOST_DEGREE
        + (together && n > 1 ? 1 : 0)
        + 2 * n
        + multiplied().size()
        + n * (n - 1) / 2;
  }

  /** The forms in stages, simple ones first; a stage is computed when it is asked for. */
  List<Supplier<List<Form>>> stages(Enclosure value) {
    Supplier<List<Term>> terms = memoized(() -> terms(value.bits()));
    List<Supplier<List<Form>>> stages = new ArrayList<>();
    algebraic(value).forEach(form -> stages.add(() -> List.of(form)));
    if (together && constants.size() > 1) {
      stages.add(() -> List.of(linear(value, terms.get())));
    }
    stages.add(() -> terms.get().stream().map(c -> linear(value, List.of(c))).toList());
    stages.add(() -> products(value));
    stages.add(() -> sums(value, terms.get()));
    stages.add(() -> quadratics(value, terms.get()));
    return stages;
  }

  private List<Term> terms(int bits) {
    return constants.stream().map(c -> new Term(c.factor(), 0, c.enclosure(bits))).toList();
  }

  private static <T> Supplier<T> memoized(Supplier<T> compute) {
    List<T> known = new ArrayList<>();
    return () -> {
      if (known.isEmpty()) {
        known.add(compute.get());
      }
      return known.getFirst();
    };
  }

  /** Polynomials that vanish; the first makes the number rational. */
  static List<Form> algebraic(Enclosure value) {
    List<Form> forms = new ArrayList<>();
    List<Term> terms = new ArrayList<>(List.of(one(value)));
    Enclosure power = Enclosure.of(1, value.bits());
    for (int k = 1; k <= MOST_DEGREE; k++) {
      power = power.multiply(value);
      terms.add(new Term("1", k, power));
      forms.add(new QuotientForm(k == 1 ? "rational" : "algebraic of degree " + k, terms));
    }
    return forms;
  }

  private static Term one(Enclosure value) {
    return new Term("1", 0, Enclosure.of(1, value.bits()));
  }

  private static List<Form> sums(Enclosure value, List<Term> terms) {
    List<Form> forms = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      for (int j = 0; j < i; j++) {
        Term a = terms.get(j);
        Term b = terms.get(i);
        forms.add(
            new QuotientForm(
                "sum of multiples of %s and %s".formatted(a.text(), b.text()),
                List.of(a, b, one(value), new Term("1", 1, value))));
      }
    }
    return forms;
  }

  private static Form linear(Enclosure value, List<Term> constants) {
    String names = String.join(", ", constants.stream().map(Term::text).toList());
    return quotient("quotient of linear terms in " + names, value, constants);
  }

  private List<Form> quadratics(Enclosure value, List<Term> terms) {
    List<Form> forms = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      Term c = terms.get(i);
      Term square = new Term(constants.get(i).base() + "^2", 0, c.value().multiply(c.value()));
      forms.add(quotient("quotient of quadratic terms in " + c.text(), value, List.of(square, c)));
    }
    return forms;
  }

  /** [c, …, 1] ⊗ [1, v]. */
  private static Form quotient(String name, Enclosure value, List<Term> constants) {
    List<Term> terms = new ArrayList<>(constants);
    terms.add(one(value));
    for (Term c : List.copyOf(terms)) {
      terms.add(new Term(c.text(), 1, c.value().multiply(value)));
    }
    return new QuotientForm(name, terms);
  }

  /** Constants of whose powers products are made: those that are positive and no base anyway. */
  private List<Constant> multiplied() {
    List<Constant> multiplied = new ArrayList<>();
    for (Constant c : constants) {
      boolean base = BASES.stream().anyMatch(b -> b.formula().equals(c.formula()));
      if (!base && c.digits(1).signum() > 0) {
        multiplied.add(c);
      }
    }
    return multiplied.isEmpty() ? List.of(BASES.getLast()) : multiplied;
  }

  private List<Form> products(Enclosure value) {
    int bits = value.bits();
    Enclosure size = logarithm(value, bits);
    List<Enclosure> known = BASES.stream().map(b -> logarithm(b, bits)).toList();
    List<Form> forms = new ArrayList<>();
    for (Constant c : multiplied()) {
      List<Constant> bases = new ArrayList<>(BASES);
      List<Enclosure> logarithms = new ArrayList<>(known);
      if (!BASES.contains(c)) {
        bases.add(c);
        logarithms.add(logarithm(c, bits));
      }
      String names = String.join(", ", bases.stream().map(Constant::name).toList());
      forms.add(
          new ProductForm(
              "product of powers of " + names,
              bases.stream().map(Constant::base).toList(),
              logarithms,
              size,
              value.upper().signum() < 0));
    }
    return forms;
  }

  private static Enclosure logarithm(Constant c, int bits) {
    return logarithm(c.leading(bits + 8), bits);
  }

  /**
   * Of the sizes of numbers other than 0: log of a number in the middle, and by how much it can
   * change, which is at most the width by the least size.
   */
  private static Enclosure logarithm(Enclosure x, int bits) {
    BinaryRational middle = x.middle();
    BinaryRational size = middle.signum() < 0 ? middle.negate() : middle;
    int digits = (int) Enclosure.digitsOf(bits) + 12;
    BigDecimal log = LOGARITHM.value(size, digits);
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(log.precision() - log.scale() - digits);
    BigDecimal least = new BigDecimal(x.lower().abs().min(x.upper().abs()));
    BigDecimal change = new BigDecimal(x.width()).divide(least, ROUNDED_UP);
    return Enclosure.of(log, change.add(unit), bits);
  }
}
