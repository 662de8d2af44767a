package org.formulary.search.engine;

import io.jenetics.Gene;
import java.util.Optional;
import java.util.function.Supplier;
import org.formulary.hashing.Fingerprint;

/**
 * A gene that holds one whole immutable candidate. Built-in crossovers cannot cut it; alterers work
 * on the candidate.
 *
 * @param <P> the candidate
 */
public final class CandidateGene<P> implements Gene<P, CandidateGene<P>> {
  private final P candidate;
  private final P parent;
  private final long birth;
  private final Supplier<P> start;
  private final Fingerprint behaviour;

  private CandidateGene(
      P candidate, P parent, long birth, Supplier<P> start, Fingerprint behaviour) {
    this.candidate = candidate;
    this.parent = parent;
    this.birth = birth;
    this.start = start;
    this.behaviour = behaviour;
  }

  /** A gene without parent, born now; {@code start} draws others like it. */
  public static <P> CandidateGene<P> of(P candidate, long birth, Supplier<P> start) {
    return new CandidateGene<>(candidate, null, birth, start, null);
  }

  @Override
  public P allele() {
    return candidate;
  }

  /** The candidate this one was altered from. */
  public Optional<P> parent() {
    return Optional.ofNullable(parent);
  }

  /** The generation in which the first ancestor of this line was born. */
  public long birth() {
    return birth;
  }

  /** An altered candidate: a child of this one, of the same line. */
  public CandidateGene<P> child(P altered) {
    return new CandidateGene<>(altered, candidate, birth, start, null);
  }

  /** As {@link #child(Object)}, for an alterer that knows the fingerprint of its result. */
  public CandidateGene<P> child(P altered, Fingerprint known) {
    return new CandidateGene<>(altered, candidate, birth, start, known);
  }

  /** The candidate's fingerprint, if the alterer took it. */
  public Optional<Fingerprint> behaviour() {
    return Optional.ofNullable(behaviour);
  }

  /** The same individual with fitted constants. */
  public CandidateGene<P> improved(P better) {
    return new CandidateGene<>(better, parent, birth, start, behaviour);
  }

  /** The same individual with a known parent, as read from a checkpoint. */
  public CandidateGene<P> withParent(P known) {
    return new CandidateGene<>(candidate, known, birth, start, behaviour);
  }

  @Override
  public CandidateGene<P> newInstance() {
    return of(start.get(), birth, start);
  }

  @Override
  public CandidateGene<P> newInstance(P value) {
    return child(value);
  }

  @Override
  public boolean isValid() {
    return true;
  }
}
