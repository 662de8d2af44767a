package org.formulary.testkit;

import java.util.ArrayList;
import java.util.List;

/** Simpler inputs for {@link Property#shrinking}: smaller by half, and shorter by half. */
public final class Shrinking {
  private Shrinking() {}

  /** 0, the half, and one step towards 0. */
  public static List<Long> halve(long value) {
    return value == 0 ? List.of() : distinct(List.of(0L, value / 2, value - Long.signum(value)));
  }

  /** 0, the nearest integer towards 0, and the half; nothing for 0, NaN and below 1e-9. */
  public static List<Double> halve(double value) {
    if (Double.isNaN(value) || Math.abs(value) < 1e-9) {
      return List.of();
    }
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    List<Double> simpler = new ArrayList<>(List.of(0.0, whole, value / 2));
    simpler.removeIf(v -> v == value);
    return simpler;
  }

  /** Each half, and the list without each one element. */
  public static <E> List<List<E>> halve(List<E> list) {
    List<List<E>> simpler = new ArrayList<>();
    if (list.size() > 1) {
      simpler.add(List.copyOf(list.subList(0, list.size() / 2)));
      simpler.add(List.copyOf(list.subList(list.size() / 2, list.size())));
    }
    for (int i = 0; i < list.size(); i++) {
      List<E> shorter = new ArrayList<>(list);
      shorter.remove(i);
      simpler.add(List.copyOf(shorter));
    }
    return simpler;
  }

  private static <T> List<T> distinct(List<T> list) {
    return list.stream().distinct().toList();
  }
}
