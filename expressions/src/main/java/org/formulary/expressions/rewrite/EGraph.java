package org.formulary.expressions.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;

/**
 * Expressions and their equalities: e-nodes, grouped in classes of equal ones, closed under
 * congruence by {@link #rebuild}.
 *
 * <p>E-nodes are numbered as they are added and keep their operands as they were then; {@link
 * #find} gives the class of an e-node, named by one of its members. Operands of commutative
 * operations are ordered before they are looked up. A class known to be constant has that constant
 * as its only active member. (Willsey et al. 2021, egg, sections 3 and 4.)
 */
final class EGraph {
  private static final int NONE = EClass.NO_CONSTANT;
  private static final String FOLD = "fold-constants";

  private final Folding folding;
  private final List<Node> nodes = new ArrayList<>();
  private final List<EClass> classes = new ArrayList<>();
  private final Map<Node, Integer> known = new HashMap<>();
  private final Map<BinaryRational, Instruction> foldedFrom = new HashMap<>();
  private final Proofs proofs = new Proofs();
  private final Deque<Integer> dirty = new ArrayDeque<>();
  private int[] above = new int[64];
  private boolean contradictory;

  EGraph(Folding folding) {
    this.folding = folding;
  }

  /** The number of e-nodes that were ever added. */
  int size() {
    return nodes.size();
  }

  Node node(int id) {
    return nodes.get(id);
  }

  Folding folding() {
    return folding;
  }

  /** Whether different constants were found equal, or a divisor to be the constant 0. */
  boolean contradictory() {
    return contradictory;
  }

  int find(int id) {
    int root = id;
    while (above[root] != root) {
      root = above[root];
    }
    for (int v = id; v != root; ) {
      int next = above[v];
      above[v] = root;
      v = next;
    }
    return root;
  }

  EClass eclass(int root) {
    return classes.get(root);
  }

  /** The constant e-node of the class, or {@link EClass#NO_CONSTANT}. */
  int constant(int root) {
    return classes.get(root).constant();
  }

  BinaryRational value(int constantNode) {
    return ((Node.Constant) nodes.get(constantNode)).value();
  }

  /** The operation on constant e-nodes that first gave the constant, if one did. */
  Optional<Instruction> foldedFrom(BinaryRational value) {
    return Optional.ofNullable(foldedFrom.get(value));
  }

  Proofs proofs() {
    return proofs;
  }

  int addInput(int number) {
    return add(new Node.Input(number), new IntList());
  }

  int addConstant(BinaryRational value) {
    return add(new Node.Constant(value), new IntList());
  }

  /**
   * Adds an operation; returns the e-node, which may have been there. What its equality to the one
   * asked for rests on is appended to {@code equal}.
   */
  int add(Instruction instruction, IntList equal) {
    return add(new Node.Apply(instruction), equal);
  }

  private int add(Node node, IntList equal) {
    Node canonical = canonical(node);
    Integer seen = known.get(canonical);
    if (seen != null) {
      pairOperands(node, nodes.get(seen), equal);
      return seen;
    }
    int id = nodes.size();
    nodes.add(node);
    known.put(canonical, id);
    proofs.add(id);
    if (id >= above.length) {
      above = Arrays.copyOf(above, 2 * id);
    }
    above[id] = id;
    EClass own = new EClass();
    own.members().add(id);
    classes.add(own);
    switch (node) {
      case Node.Input _ -> {}
      case Node.Constant _ -> own.setConstant(id);
      case Node.Apply(Instruction in) -> {
        boolean constantOnly = true;
        for (int i = 0; i < in.op().arity(); i++) {
          EClass operand = classes.get(find(in.operand(i)));
          operand.parents().add(id);
          constantOnly &= operand.constantOnly();
        }
        if (constantOnly) {
          own.markConstantOnly();
        }
        fold(id, in);
      }
    }
    return id;
  }

  /** Whether the operation is there already, or is no operation on constants alone, or folds. */
  boolean admits(Instruction in) {
    boolean constantOnly = true;
    for (int i = 0; i < in.op().arity(); i++) {
      constantOnly &= classes.get(find(in.operand(i))).constantOnly();
    }
    boolean byZero = in.op() == Op.DIV && isZero(find(in.b()));
    if (!constantOnly && !byZero) {
      return true;
    }
    return known.containsKey(canonical(new Node.Apply(in)))
        || operands(in).flatMap(v -> folding.fold(in.op(), v)).isPresent();
  }

  /** Makes two e-nodes equal; whether they were not. {@link #rebuild} must follow. */
  boolean union(int a, int b, Proofs.Reason why) {
    int kept = find(a);
    int gone = find(b);
    if (kept == gone) {
      return false;
    }
    proofs.link(a, b, why);
    if (classes.get(kept).size() < classes.get(gone).size()) {
      int swap = kept;
      kept = gone;
      gone = swap;
    }
    above[gone] = kept;
    // Constants are shared, so two of them differ.
    contradictory |= classes.get(kept).absorb(classes.set(gone, null));
    dirty.add(kept);
    return true;
  }

  /**
   * Restores congruence and folds constants, until nothing changes; then drops inactive members.
   */
  void rebuild() {
    while (!dirty.isEmpty()) {
      int root = find(dirty.remove());
      for (int id : classes.get(root).parents().toArray()) {
        Instruction in = ((Node.Apply) nodes.get(id)).instruction();
        Node canonical = canonical(nodes.get(id));
        Integer same = known.putIfAbsent(canonical, id);
        if (same != null && find(same) != find(id)) {
          IntList equal = new IntList();
          pairOperands(nodes.get(id), nodes.get(same), equal);
          union(id, same, new Proofs.Reason("", Soundness.EXACT, equal.toArray()));
        }
        fold(id, in);
      }
    }
    for (int root = 0; root < classes.size(); root++) {
      if (classes.get(root) != null) {
        activate(classes.get(root));
      }
    }
  }

  private void activate(EClass eclass) {
    IntList active = new IntList();
    Map<Op, IntList> operations = new EnumMap<>(Op.class);
    if (eclass.constant() != NONE) {
      active.add(eclass.constant());
    } else {
      for (int id : eclass.members().toArray()) {
        if (known.get(canonical(nodes.get(id))) == id) {
          active.add(id);
          if (nodes.get(id) instanceof Node.Apply(Instruction in)) {
            operations.computeIfAbsent(in.op(), _ -> new IntList()).add(id);
          }
        }
      }
    }
    eclass.activate(active, operations);
  }

  private void fold(int id, Instruction in) {
    contradictory |= in.op() == Op.DIV && isZero(find(in.b())) && folding != Folding.EXACT;
    if (constant(find(id)) != NONE && folding == Folding.OPEN) {
      return;
    }
    Optional<List<BinaryRational>> operands = operands(in);
    if (operands.isEmpty()) {
      return;
    }
    Optional<BinaryRational> result = folding.fold(in.op(), operands.get());
    if (result.isEmpty()) {
      return;
    }
    BinaryRational value = result.get();
    int before = nodes.size();
    int constant = addConstant(value);
    IntList equal = new IntList();
    int[] from = new int[3];
    Arrays.fill(from, NONE);
    for (int i = 0; i < in.op().arity(); i++) {
      from[i] = constant(find(in.operand(i)));
      equal.add(in.operand(i));
      equal.add(from[i]);
    }
    if (constant == before) {
      foldedFrom.put(value, new Instruction(in.op(), from[0], from[1], from[2]));
    }
    Soundness soundness = Folding.soundness(in.op(), operands.get(), value);
    union(id, constant, new Proofs.Reason(FOLD, soundness, equal.toArray()));
  }

  private Optional<List<BinaryRational>> operands(Instruction in) {
    List<BinaryRational> values = new ArrayList<>();
    for (int i = 0; i < in.op().arity(); i++) {
      int constant = constant(find(in.operand(i)));
      if (constant == NONE) {
        return Optional.empty();
      }
      values.add(value(constant));
    }
    return Optional.of(values);
  }

  private boolean isZero(int root) {
    int constant = constant(root);
    return constant != NONE && value(constant).signum() == 0;
  }

  private Node canonical(Node node) {
    if (!(node instanceof Node.Apply(Instruction in))) {
      return node;
    }
    int a = find(in.a());
    int b = in.b() < 0 ? NONE : find(in.b());
    int c = in.c() < 0 ? NONE : find(in.c());
    boolean swap = in.op().commutative() && a > b;
    return new Node.Apply(new Instruction(in.op(), swap ? b : a, swap ? a : b, c));
  }

  /** Appends the operands of congruent e-nodes, each beside its equal. */
  private void pairOperands(Node one, Node other, IntList equal) {
    if (one instanceof Node.Apply(Instruction x) && other instanceof Node.Apply(Instruction y)) {
      boolean crossed =
          x.op().commutative() && !(find(x.a()) == find(y.a()) && find(x.b()) == find(y.b()));
      for (int i = 0; i < x.op().arity(); i++) {
        equal.add(x.operand(i));
        equal.add(y.operand(crossed && i < 2 ? 1 - i : i));
      }
    }
  }
}
