package org.formulary.search.island;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.hashing.Fingerprint;
import org.formulary.hashing.HitSample;
import org.formulary.search.engine.Individual;

/**
 * Everything that steers an island, at a barrier.
 *
 * @param leads the best refined candidate of each niche
 * @param refined the errors at which behaviours were refined, so that none is refined twice
 * @param nicheBest the smallest error in each niche since the last start
 * @param doublings how often each niche was spent since then
 * @param mark the smallest errors when progress was last seen
 * @param markedAt evaluations when progress was last seen
 * @param cache bytes of the equivalence cache
 * @param sample of its hits
 */
public record IslandState<P>(
    int number,
    long generation,
    long evaluations,
    List<Individual<P>> population,
    SortedMap<Integer, Lead<P>> leads,
    SortedMap<Fingerprint, Double> refined,
    List<Double> nicheBest,
    List<Integer> doublings,
    List<Double> mark,
    long markedAt,
    Cache cache,
    HitSample.State sample) {
  public IslandState {
    population = List.copyOf(population);
    leads = Collections.unmodifiableSortedMap(new TreeMap<>(leads));
    refined = Collections.unmodifiableSortedMap(new TreeMap<>(refined));
    nicheBest = List.copyOf(nicheBest);
    doublings = List.copyOf(doublings);
    mark = List.copyOf(mark);
  }

  /** Bytes with equality by content. */
  public static final class Cache {
    private final byte[] bytes;

    public Cache(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cache that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }
}
