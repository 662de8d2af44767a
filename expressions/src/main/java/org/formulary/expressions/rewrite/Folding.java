package org.formulary.expressions.rewrite;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Op;

/** When an operation on constants is a constant. */
enum Folding {
  /** Where binary32 and every wider format compute the result without rounding. */
  EXACT {
    @Override
    Optional<BinaryRational> fold(Op op, List<BinaryRational> operands) {
      return REAL.fold(op, operands).filter(result -> unrounded(op, operands, result));
    }
  },
  /** Where the exact result is a binary rational of at most {@value #MAX_BITS} bits. */
  REAL {
    @Override
    Optional<BinaryRational> fold(Op op, List<BinaryRational> operands) {
      return operands.stream().allMatch(Folding::moderate)
          ? exact(op, operands).filter(Folding::moderate)
          : Optional.empty();
    }
  },
  /**
   * Always, but by zero: constants are open, and a random element of the field of integers modulo
   * 2^61 − 1 stands for each. Two expressions of open constants get equal values if they are the
   * same rational function, and otherwise only by a coincidence of probability about 2^-60 times
   * their degree (Schwartz 1980). The root of an element is another element, drawn by a hash, so
   * that no identity of roots is seen.
   */
  OPEN {
    @Override
    BinaryRational literal(BinaryRational value) {
      BigInteger power = BigInteger.TWO.modPow(BigInteger.valueOf(value.exponent()), PRIME);
      return element(value.significand().multiply(power));
    }

    @Override
    BinaryRational number(BinaryRational constant) {
      BigInteger element = integer(constant);
      return element.bitLength() > 60
          ? BinaryRational.of(element.subtract(PRIME), 0)
          : BinaryRational.of(element, 0);
    }

    @Override
    Optional<BinaryRational> fold(Op op, List<BinaryRational> operands) {
      BigInteger a = integer(operands.getFirst());
      BigInteger b = integer(operands.get(Math.min(1, operands.size() - 1)));
      return switch (op) {
        case ADD -> Optional.of(element(a.add(b)));
        case SUB -> Optional.of(element(a.subtract(b)));
        case MUL -> Optional.of(element(a.multiply(b)));
        case DIV ->
            b.signum() == 0
                ? Optional.empty()
                : Optional.of(element(a.multiply(b.modInverse(PRIME))));
        case NEG -> Optional.of(element(a.negate()));
        case SQRT -> Optional.of(open(a.longValue() + ROOTS));
        case FMA -> Optional.of(element(a.multiply(b).add(integer(operands.get(2)))));
      };
    }
  };

  private static final int MAX_BITS = 2_000;

  /** Above every element, so that a root is no open constant. */
  private static final long ROOTS = 1L << 62;

  private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);

  /** What a literal of a rule is among these constants. */
  BinaryRational literal(BinaryRational value) {
    return value;
  }

  /** The number that was the literal, an integer. */
  BinaryRational number(BinaryRational constant) {
    return constant;
  }

  /** The result, if it is a constant. */
  abstract Optional<BinaryRational> fold(Op op, List<BinaryRational> operands);

  /** A field element that no small expression happens to give, different for each number. */
  static BinaryRational open(long number) {
    long h = (number + 1) * 0x9e3779b97f4a7c15L;
    h = (h ^ h >>> 30) * 0xbf58476d1ce4e5b9L;
    h = (h ^ h >>> 27) * 0x94d049bb133111ebL;
    return element(BigInteger.valueOf((h ^ h >>> 31) >>> 1));
  }

  /** How the folding that was done relates the two sides. */
  static Soundness soundness(Op op, List<BinaryRational> operands, BinaryRational result) {
    return unrounded(op, operands, result) ? Soundness.EXACT : Soundness.REAL;
  }

  private static BinaryRational element(BigInteger value) {
    return BinaryRational.of(value.mod(PRIME), 0);
  }

  private static BigInteger integer(BinaryRational element) {
    return element.significand().shiftLeft(element.exponent());
  }

  private static boolean moderate(BinaryRational value) {
    return value.bits() <= MAX_BITS && Math.abs(value.exponent()) <= MAX_BITS;
  }

  /** Whether formats from binary32 on compute just that; they have a −0, constants have not. */
  private static boolean unrounded(Op op, List<BinaryRational> operands, BinaryRational result) {
    boolean zeroMayBeNegative = op != Op.ADD && op != Op.SUB && op != Op.FMA;
    if (result.signum() == 0 && zeroMayBeNegative) {
      return false;
    }
    boolean representable = operands.stream().allMatch(Folding::binary32) && binary32(result);
    return representable || op == Op.NEG; // rounding to nearest is symmetric
  }

  private static boolean binary32(BinaryRational value) {
    int leading = value.exponent() + value.bits() - 1;
    return value.signum() == 0 || (value.bits() <= 24 && leading >= -126 && leading <= 127);
  }

  private static Optional<BinaryRational> exact(Op op, List<BinaryRational> operands) {
    BinaryRational a = operands.getFirst();
    BinaryRational b = operands.get(Math.min(1, operands.size() - 1));
    return switch (op) {
      case ADD -> Optional.of(a.add(b));
      case SUB -> Optional.of(a.subtract(b));
      case MUL -> Optional.of(a.multiply(b));
      case DIV -> quotient(a, b);
      case NEG -> Optional.of(a.negate());
      case SQRT -> root(a);
      case FMA -> Optional.of(a.multiply(b).add(operands.get(2)));
    };
  }

  private static Optional<BinaryRational> quotient(BinaryRational a, BinaryRational b) {
    if (b.signum() == 0) {
      return Optional.empty();
    }
    BigInteger[] q = a.significand().divideAndRemainder(b.significand());
    return q[1].signum() == 0
        ? Optional.of(BinaryRational.of(q[0], a.exponent() - b.exponent()))
        : Optional.empty();
  }

  private static Optional<BinaryRational> root(BinaryRational a) {
    if (a.signum() < 0) {
      return Optional.empty();
    }
    boolean odd = (a.exponent() & 1) != 0;
    BigInteger[] r = a.significand().shiftLeft(odd ? 1 : 0).sqrtAndRemainder();
    return r[1].signum() == 0
        ? Optional.of(BinaryRational.of(r[0], (a.exponent() - (odd ? 1 : 0)) / 2))
        : Optional.empty();
  }
}
