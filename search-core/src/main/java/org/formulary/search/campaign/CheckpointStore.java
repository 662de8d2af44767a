package org.formulary.search.campaign;

import java.util.List;

/**
 * Keeps the newest two checkpoints of each campaign. Saving is atomic: after a kill either the old
 * or the new state is there.
 */
public interface CheckpointStore {
  /**
   * Saves the state at a barrier and forgets all but the newest two.
   *
   * @param epoch grows from save to save
   * @param state opaque text
   */
  void save(String campaign, long epoch, String state);

  /** The intact states, newest first; one whose checksum does not match is left out. */
  List<String> load(String campaign);
}
