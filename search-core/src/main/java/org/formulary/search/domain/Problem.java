package org.formulary.search.domain;

import java.util.List;
import java.util.Optional;
import org.formulary.hashing.Fingerprint;

/**
 * One search problem: what a candidate is, how it is found, how it is judged, how it is shown.
 *
 * <p>{@link #evaluate}, {@link #refine} and {@link #fingerprint} are pure: same candidate, same
 * revision, same bits, on any machine and from any thread.
 *
 * @param <P> the candidate, immutable
 */
public interface Problem<P> {
  ProblemId id();

  /** Name, unit and direction of each objective; the order of every {@link Scores}. */
  List<Objective> objectives();

  /**
   * Whether every niche is a finding of its own, such as a class of equivalent formulas: then the
   * best of each is verified and reported, and not only those that no other dominates.
   */
  default boolean everyNicheCounts() {
    return false;
  }

  Strategy<P> strategy();

  Notation<P> notation();

  /** Behaviour at fixed, versioned probes; taken before the costly evaluation. */
  Fingerprint fingerprint(P candidate);

  /**
   * Behaviour at other probes, by which hits of {@link #fingerprint} are checked now and then.
   * Where there are no others it is the same.
   */
  default Fingerprint secondFingerprint(P candidate) {
    return fingerprint(candidate);
  }

  /** The judgement that steers the search, called millions of times. */
  Evaluation<P> evaluate(P candidate);

  /** A slower, better judgement for the few candidates that reach an archive. */
  Evaluation<P> refine(P candidate);

  /**
   * A candidate that costs less and may be as good, rewritten by slower means than a search has
   * time for; it must be refined before anything is said about it. Pure, as {@link #evaluate} is.
   */
  default Optional<P> shortened(P candidate) {
    return Optional.empty();
  }

  /**
   * How one candidate arises from another by steps that are proved, in a few lines; none where no
   * way is found, which says nothing.
   */
  default List<String> relation(P one, P other) {
    return List.of();
  }

  /** Confirms the candidate by arithmetic independent of {@link #evaluate}. */
  Verification verify(P candidate, Progress progress);

  Presentation<P> presentation();
}
