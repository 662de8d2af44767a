package org.formulary.search.campaign;

import java.time.Duration;
import java.time.Instant;

/**
 * A campaign and how far it is.
 *
 * @param id 32 hexadecimal digits, drawn when it was submitted
 * @param searched search time so far
 * @param evaluations so far, all islands
 */
public record CampaignRecord(
    String id,
    CampaignSpec spec,
    State state,
    Instant submitted,
    Duration searched,
    long evaluations) {
  /** Life of a campaign. */
  public enum State {
    RUNNING,
    /** Stopped by the user or a failure; can be resumed. */
    INTERRUPTED,
    FINISHED
  }
}
