package org.formulary.expressions.rewrite;

import java.util.Arrays;

/** A list of ints that grows. */
final class IntList {
  private int[] items = new int[4];
  private int size;

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  void addAll(IntList that) {
    for (int i = 0; i < that.size; i++) {
      add(that.items[i]);
    }
  }

  int get(int index) {
    return items[index];
  }

  void set(int index, int item) {
    items[index] = item;
  }

  int size() {
    return size;
  }

  /** Forgets what was added after the list had this size. */
  void truncate(int newSize) {
    size = newSize;
  }

  int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
