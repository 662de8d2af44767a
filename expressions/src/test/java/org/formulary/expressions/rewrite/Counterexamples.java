package org.formulary.expressions.rewrite;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** For each rule that is not exact, a point where its sides have different bits in binary64. */
final class Counterexamples {
  private static final String TABLE =
      """
      add-zero                     a=-0
      subtract-from-zero           a=0
      fma-plus-zero                a=-1 b=0
      negate-difference            a=3 b=3
      subtract-from-negation       a=1 b=-1
      negate-sum                   a=1 b=-1
      negate-fma                   a=-1 b=3 c=3
      swap-difference              a=3 b=3
      multiply-by-zero             a=Infinity
      divide-zero                  a=0
      subtract-itself              a=Infinity
      divide-by-itself             a=0
      add-then-subtract            a=0.1 b=3
      subtract-then-add            a=0.1 b=3
      subtract-from-itself         a=3 b=0.1
      multiply-then-divide         a=0.1 b=3
      divide-then-multiply         a=3 b=0.7
      divide-by-own-quotient       a=3 b=0.7
      divide-by-own-multiple       a=3 b=0.1
      reduce-quotient              a=0.1 b=3 c=3
      factor-sum                   a=3 b=0.7 c=3
      factor-difference            a=0.1 b=0.1 c=3
      factor-sum-with-one          a=3 b=0.1
      factor-difference-with-one   a=0.1 b=3
      factor-one-minus             a=0.1 b=3
      add-quotients                a=0.7 b=3 c=0.7
      subtract-quotients           a=0.1 b=3 c=0.1
      square-of-root               a=3
      multiply-roots               a=3 b=3
      divide-roots                 a=0.1 b=3
      divide-by-own-root           a=3
      divide-root-by-radicand      a=3
      fuse                         a=0.1 b=0.1 c=0.1
      fuse-difference              a=0.1 b=3 c=0.1
      fuse-negation                a=0.1 b=3 c=0.1
      unfuse                       a=0.1 b=0.1 c=0.1
      divide-by-quotient           a=0.1 b=3 c=3
      divide-twice                 a=3 b=0.1 c=3
      multiply-quotient            a=0.1 b=3 c=3
      divide-product               a=0.1 b=3 c=3
      divide-by-product            a=3 b=0.1 c=3
      divide-by-constant           a=0.7 k=0.1
      divide-multiple              a=0.1 k=3 m=3
      linear-fraction              a=3 k=0.1 l=3 m=3 n=3
      linear-over-monic            a=0.1 k=3 l=3 n=3
      monic-over-linear            a=0.1 l=3 m=3 n=3
      monic-fraction               a=3 l=0.1 n=3
      factor-out-constant          a=0.1 k=3 m=3
      factor-out-constants         a=0.1 b=0.1 k=3 m=0.1
      associate-sum                a=0.1 b=0.7 c=3
      associate-product            a=0.1 b=3 c=3
      associate-difference         a=0.1 b=3 c=3
      add-difference               a=0.1 b=3 c=3
      subtract-sum                 a=3 b=3 c=0.1
      subtract-twice               a=3 b=3 c=0.1
      subtract-difference          a=0.1 b=3 c=3
      distribute-sum               a=3 b=0.7 c=3
      distribute-difference        a=0.1 b=0.1 c=3
      split-quotient-of-sum        a=0.7 b=3 c=0.7
      split-quotient-of-difference a=0.1 b=3 c=0.1
      factor-squares               a=0.3 b=0.1
      """;

  /** Values of the variables by name of the rule. */
  static final Map<String, Map<Character, Double>> ALL = read();

  private Counterexamples() {}

  private static Map<String, Map<Character, Double>> read() {
    Map<String, Map<Character, Double>> all = new TreeMap<>();
    TABLE
        .lines()
        .map(line -> line.split(" +"))
        .forEach(
            words -> {
              Map<Character, Double> values = new TreeMap<>();
              Arrays.stream(words)
                  .skip(1)
                  .forEach(w -> values.put(w.charAt(0), Double.valueOf(w.substring(2))));
              all.put(words[0], values);
            });
    return all;
  }
}
