package org.formulary.expressions.rewrite;

import java.util.EnumMap;
import java.util.Map;
import org.formulary.expressions.Op;

/** What an e-graph knows of a class of equal e-nodes. */
final class EClass {
  static final int NO_CONSTANT = -1;

  private static final IntList NONE = new IntList();

  /** E-nodes of the class; after a rebuild only active ones. */
  private IntList members = new IntList();

  private Map<Op, IntList> byOperation = Map.of();

  /** Operations that have an operand in the class. */
  private final IntList parents = new IntList();

  private int constant = NO_CONSTANT;
  private boolean constantOnly;

  IntList members() {
    return members;
  }

  /** The active members of this operation, as of the last rebuild. */
  IntList members(Op op) {
    return byOperation.getOrDefault(op, NONE);
  }

  IntList parents() {
    return parents;
  }

  /** The constant e-node that it equals, or {@link #NO_CONSTANT}. */
  int constant() {
    return constant;
  }

  /** Whether it depends on no input. */
  boolean constantOnly() {
    return constantOnly;
  }

  void markConstantOnly() {
    constantOnly = true;
  }

  void setConstant(int node) {
    constant = node;
    constantOnly = true;
  }

  /** Takes the place of {@code that}; whether both equal a constant, which then differ. */
  boolean absorb(EClass that) {
    members.addAll(that.members);
    parents.addAll(that.parents);
    constantOnly |= that.constantOnly;
    if (constant == NO_CONSTANT) {
      constant = that.constant;
      return false;
    }
    return that.constant != NO_CONSTANT;
  }

  int size() {
    return members.size() + parents.size();
  }

  /** Replaces the members. */
  void activate(IntList active, Map<Op, IntList> operations) {
    members = active;
    byOperation = operations.isEmpty() ? Map.of() : new EnumMap<>(operations);
  }
}
