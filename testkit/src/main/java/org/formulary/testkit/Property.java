package org.formulary.testkit;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A property checked on random inputs. Every case has its own generator, made from the seed and the
 * number of the case, so a failure repeats with {@link #only} whatever ran before. A failing input
 * is shrunk before it is reported.
 *
 * @param <T> an input whose {@code toString} tells what it is
 */
public final class Property<T> {
  private static final int MAX_SHRINKS = 1000;

  private final Function<RandomGenerator, T> generator;
  private final Function<T, List<T>> shrinker;
  private final long seed;
  private final int first;
  private final int last;

  private Property(
      Function<RandomGenerator, T> generator,
      Function<T, List<T>> shrinker,
      long seed,
      int first,
      int last) {
    this.generator = generator;
    this.shrinker = shrinker;
    this.seed = seed;
    this.first = first;
    this.last = last;
  }

  /** 1000 cases of seed 1, not shrunk. */
  public static <T> Property<T> forAll(Function<RandomGenerator, T> generator) {
    return new Property<>(generator, input -> List.of(), 1, 0, 999);
  }

  public Property<T> seed(long newSeed) {
    return new Property<>(generator, shrinker, newSeed, first, last);
  }

  /** That many cases; ≥ 1. */
  public Property<T> cases(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("cases must be ≥ 1, was " + count);
    }
    return new Property<>(generator, shrinker, seed, 0, count - 1);
  }

  /** Only the case with this number, as a failure names it. */
  public Property<T> only(int number) {
    return new Property<>(generator, shrinker, seed, number, number);
  }

  /** Simpler inputs to try in place of a failing one, most wanted first; see {@link Shrinking}. */
  public Property<T> shrinking(Function<T, List<T>> simpler) {
    return new Property<>(generator, simpler, seed, first, last);
  }

  /** Runs {@code check} on every case; whatever it throws makes the property fail. */
  public void check(Consumer<? super T> check) {
    for (int i = first; i <= last; i++) {
      T input = generator.apply(new SplittableRandom(seed * 0x9e3779b97f4a7c15L + i));
      Throwable failure = failure(check, input);
      if (failure != null) {
        throw report(check, i, input, failure);
      }
    }
  }

  private AssertionError report(Consumer<? super T> check, int number, T input, Throwable failure) {
    T simplest = input;
    Throwable cause = failure;
    int tries = 0;
    boolean shrunk = true;
    while (shrunk) {
      shrunk = false;
      for (T candidate : shrinker.apply(simplest)) {
        if (++tries > MAX_SHRINKS) {
          break;
        }
        Throwable other = failure(check, candidate);
        if (other != null) {
          simplest = candidate;
          cause = other;
          shrunk = true;
          break;
        }
      }
    }
    String from = simplest == input ? "" : "\n  shrunk from: " + input;
    return new AssertionError(
        "the property fails (seed %d, case %d)\n  input: %s%s\n  %s"
            .formatted(seed, number, simplest, from, cause),
        cause);
  }

  // Errors of the virtual machine other than a stack overflow are not failures of the property.
  private static <T> Throwable failure(Consumer<? super T> check, T input) {
    try {
      check.accept(input);
      return null;
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      return e;
    }
  }
}
