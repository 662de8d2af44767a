package org.formulary.results.store;

import org.formulary.search.domain.Verification.Outcome;

/** What an entry is worth, by the certificates it has. */
public enum Status {
  /** Scored well; nothing shown. */
  LEAD,
  /** Verified. */
  RESULT,
  /** Its claim is false; kept with the reason. */
  REFUTED;

  /**
   * The status after one more certificate. A refuted entry needs a proof to be believed again:
   * points that happen to agree do not outweigh one that does not.
   */
  Status after(Outcome outcome) {
    return switch (outcome) {
      case PROVED -> RESULT;
      case SAMPLED -> this == REFUTED ? REFUTED : RESULT;
      case REFUTED -> REFUTED;
      case INCOMPLETE -> this;
    };
  }
}
