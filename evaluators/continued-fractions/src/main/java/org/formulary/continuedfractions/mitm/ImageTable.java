package org.formulary.continuedfractions.mitm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.formulary.continuedfractions.image.Image;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;

/**
 * The positive images of a constant with small numbers, by key: the whole part of 10^10 times the
 * value. Keys within one of those of quotients of such numbers are left out, and images so large
 * that a double does not know the key.
 */
final class ImageTable {
  /** Keys to one. */
  static final double SCALE = 1e10;

  /** 10^10 times 100,000 has 50 bits. */
  private static final double LARGEST = 1e5;

  /** Bits of the constant from which keys are made. */
  private static final int BITS = 160;

  /** Ascending; equal keys have several images. */
  private final long[] keys;

  /** The numbers of each image plus 128, in four bytes. */
  private final int[] packed;

  private final KeyFilter filter;

  private ImageTable(long[] keys, int[] packed) {
    this.keys = keys;
    this.packed = packed;
    this.filter = new KeyFilter(keys);
  }

  /**
   * The table of a constant.
   *
   * @param largest the largest size of the numbers of an image, 1 to 100
   */
  static ImageTable of(Constant constant, int largest) {
    Enclosure c = constant.enclosure(BITS);
    Set<Long> rational = rationalKeys(largest);
    List<long[]> entries = new ArrayList<>();
    Linear linear = new Linear(c, largest);
    for (int s = 0; s <= largest; s++) {
      for (int r = -largest; r <= largest; r++) {
        for (int q = -largest; q <= largest; q++) {
          for (int p = -largest; p <= largest; p++) {
            if (Image.isPrimitive(p, q, r, s)) {
              long key = linear.key(p, q, r, s);
              if (key >= 0 && !rational.contains(key)) {
                entries.add(new long[] {key, pack(p, q, r, s)});
              }
            }
          }
        }
      }
    }
    entries.sort((x, y) -> Long.compare(x[0], y[0]));
    return new ImageTable(
        entries.stream().mapToLong(e -> e[0]).toArray(),
        entries.stream().mapToInt(e -> (int) e[1]).toArray());
  }

  /** Keys of quotients of whole numbers up to a size, and the keys beside them. */
  private static Set<Long> rationalKeys(int largest) {
    Set<Long> keys = new HashSet<>();
    for (int d = 1; d <= largest; d++) {
      for (int n = 0; n <= largest; n++) {
        long key = n * (long) SCALE / d;
        keys.addAll(List.of(key - 1, key, key + 1));
      }
    }
    return keys;
  }

  /** p + q c for all small numbers, as doubles and, where these do not decide, exactly. */
  private static final class Linear {
    private static final BigDecimal ONE = new BigDecimal(BigInteger.ONE.shiftLeft(BITS));

    private final Enclosure c;
    private final double[] high;
    private final double[] low;
    private final int largest;

    Linear(Enclosure c, int largest) {
      this.c = c;
      this.largest = largest;
      int side = 2 * largest + 1;
      this.high = new double[side * side];
      this.low = new double[side * side];
      for (int p = -largest; p <= largest; p++) {
        for (int q = -largest; q <= largest; q++) {
          BigInteger exact = units(p, q);
          double h = Math.scalb(exact.doubleValue(), -BITS);
          BigInteger rest = exact.subtract(new BigDecimal(h).multiply(ONE).toBigInteger());
          high[index(p, q)] = h;
          low[index(p, q)] = Math.scalb(rest.doubleValue(), -BITS);
        }
      }
    }

    private BigInteger units(int p, int q) {
      return Enclosure.of(p, BITS).add(c.multiply(BigInteger.valueOf(q))).lower();
    }

    private int index(int p, int q) {
      return (p + largest) * (2 * largest + 1) + q + largest;
    }

    /** The key of an image; −1 where it is not positive, or too large. */
    long key(int p, int q, int r, int s) {
      int above = index(p, q);
      int below = index(r, s);
      double value = high[above] / high[below];
      if (!(value > 0 && value < LARGEST)) {
        return -1;
      }
      // The remainder of the quotient, to twice the digits.
      double rest = Math.fma(-value, high[below], high[above]) + low[above] - value * low[below];
      double scaled = value * SCALE;
      double error = Math.fma(value, SCALE, -scaled) + rest / high[below] * SCALE;
      double floor = Math.floor(scaled);
      double fraction = scaled - floor + error;
      return (long) floor + (long) Math.floor(fraction);
    }
  }

  private static long pack(int p, int q, int r, int s) {
    return (p + 128L) << 24 | (q + 128L) << 16 | (r + 128L) << 8 | (s + 128L);
  }

  private static Image unpacked(int packed) {
    return new Image(
        (packed >>> 24) - 128,
        (packed >>> 16 & 255) - 128,
        (packed >>> 8 & 255) - 128,
        (packed & 255) - 128);
  }

  int size() {
    return keys.length;
  }

  /** Whether the table has the key or one of its neighbours: mostly the filter knows. */
  boolean hasNear(long key) {
    return filter.mayHaveNear(key) && isNear(key);
  }

  private boolean isNear(long key) {
    int first = first(key - 1);
    return first < keys.length && keys[first] <= key + 1;
  }

  /**
   * Collects the places of keys that the table has, or a neighbour of.
   *
   * @return how many
   */
  int collect(long[] asked, int from, int to, int[] places) {
    int few = filter.collect(asked, from, to, places);
    int fewer = 0;
    for (int i = 0; i < few; i++) {
      if (isNear(asked[places[i]])) {
        places[fewer++] = places[i];
      }
    }
    return fewer;
  }

  /** The place of the first key that is at least this one. */
  private int first(long key) {
    int place = Arrays.binarySearch(keys, key);
    if (place < 0) {
      return -place - 1;
    }
    while (place > 0 && keys[place - 1] == key) {
      place--;
    }
    return place;
  }

  /** The images of a key and of its neighbours so far away. */
  List<Image> near(long key, int distance) {
    List<Image> images = new ArrayList<>();
    for (int i = first(key - distance); i < keys.length && keys[i] <= key + distance; i++) {
      images.add(unpacked(packed[i]));
    }
    return images;
  }
}
