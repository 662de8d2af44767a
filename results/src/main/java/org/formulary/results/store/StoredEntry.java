package org.formulary.results.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.formulary.results.RuntimeInfo;
import org.formulary.search.archive.Entry;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Verification.Outcome;

/**
 * An archived entry with all that is known of it.
 *
 * @param objectives what its scores mean, in their order
 * @param attestations oldest first
 * @param runtime what found it
 * @param foundAt when it was recorded first
 */
public record StoredEntry(
    Entry entry,
    Status status,
    List<Objective> objectives,
    List<StoredAttestation> attestations,
    RuntimeInfo runtime,
    Instant foundAt) {
  public StoredEntry {
    objectives = List.copyOf(objectives);
    attestations = List.copyOf(attestations);
  }

  /** The newest certificate that shows or refutes something. */
  public Optional<StoredAttestation> certificate() {
    return attestations.reversed().stream()
        .filter(a -> a.verification().outcome() != Outcome.INCOMPLETE)
        .findFirst();
  }
}
