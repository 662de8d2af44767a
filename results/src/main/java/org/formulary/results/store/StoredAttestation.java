package org.formulary.results.store;

import java.time.Instant;
import org.formulary.results.RuntimeInfo;
import org.formulary.search.domain.Verification;

/**
 * A certificate of an entry.
 *
 * @param number grows with every certificate of the archive
 * @param at when it was recorded
 */
public record StoredAttestation(
    long number, Verification verification, RuntimeInfo runtime, Instant at) {}
