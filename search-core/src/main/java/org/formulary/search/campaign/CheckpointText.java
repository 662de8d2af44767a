package org.formulary.search.campaign;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.formulary.hashing.Fingerprint;
import org.formulary.hashing.HitSample;
import org.formulary.search.domain.Candidates;
import org.formulary.search.domain.Scores;
import org.formulary.search.engine.Fitness;
import org.formulary.search.engine.Individual;
import org.formulary.search.island.IslandState;
import org.formulary.search.island.Lead;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checkpoints as JSON. Numbers that steer are written so that they read back to the same bits. */
final class CheckpointText<P> {
  private static final String FORMAT = "formulary-checkpoint-5";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Candidates<P> candidates;

  CheckpointText(Candidates<P> candidates) {
    this.candidates = candidates;
  }

  /**
   * A campaign at a barrier.
   *
   * @param spec canonical text of the specification
   * @param problem id and revision
   * @param archived the lead archived last in each niche: which of nearly equal leads it is depends
   *     on when each was found
   * @param islands none while a sweep goes before them
   */
  record Checkpoint<P>(
      String spec,
      String problem,
      long epoch,
      long searchedNanos,
      List<Lead<P>> archived,
      Optional<Enumeration.State<P>> enumeration,
      List<IslandState<P>> islands) {}

  String write(Checkpoint<P> c) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT).put("spec", c.spec()).put("problem", c.problem());
    json.put("epoch", c.epoch()).put("searchedNanos", c.searchedNanos());
    ArrayNode archived = json.putArray("archived");
    c.archived().forEach(l -> archived.add(lead(l).put("island", l.island())));
    c.enumeration().ifPresent(e -> json.set("enumeration", enumeration(e)));
    ArrayNode islands = json.putArray("islands");
    c.islands().forEach(i -> islands.add(island(i)));
    return json.toString();
  }

  /** Throws {@link IllegalArgumentException} for text that is no checkpoint of this format. */
  Checkpoint<P> read(String text) {
    try {
      return checkpoint(JSON.readTree(text));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a checkpoint: " + e.getOriginalMessage(), e);
    }
  }

  private Checkpoint<P> checkpoint(JsonNode json) {
    if (!FORMAT.equals(json.path("format").asString(""))) {
      throw new IllegalArgumentException("not a checkpoint of format " + FORMAT);
    }
    List<IslandState<P>> islands = new ArrayList<>();
    json.required("islands").forEach(i -> islands.add(island(i)));
    List<Lead<P>> archived = new ArrayList<>();
    json.required("archived").forEach(l -> archived.add(lead(l, l.required("island").intValue())));
    return new Checkpoint<>(
        json.required("spec").stringValue(),
        json.required("problem").stringValue(),
        json.required("epoch").longValue(),
        json.required("searchedNanos").longValue(),
        archived,
        Optional.ofNullable(json.get("enumeration")).map(this::enumeration),
        islands);
  }

  private ObjectNode enumeration(Enumeration.State<P> s) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("next", s.next()).put("evaluations", s.evaluations());
    ArrayNode leads = json.putArray("leads");
    s.leads().forEach(l -> leads.add(lead(l)));
    return json;
  }

  private Enumeration.State<P> enumeration(JsonNode json) {
    List<Lead<P>> leads = new ArrayList<>();
    json.required("leads").forEach(l -> leads.add(lead(l, Lead.NO_ISLAND)));
    return new Enumeration.State<>(
        json.required("next").intValue(), json.required("evaluations").longValue(), leads);
  }

  private ObjectNode island(IslandState<P> s) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("number", s.number()).put("generation", s.generation());
    json.put("evaluations", s.evaluations());
    ArrayNode population = json.putArray("population");
    s.population().forEach(i -> population.add(individual(i)));
    ArrayNode leads = json.putArray("leads");
    s.leads().values().forEach(l -> leads.add(lead(l)));
    ObjectNode refined = json.putObject("refined");
    s.refined().forEach((f, error) -> refined.put(f.toString(), error.toString()));
    ArrayNode best = json.putArray("nicheBest");
    s.nicheBest().forEach(b -> best.add(b.toString()));
    ArrayNode doublings = json.putArray("doublings");
    s.doublings().forEach(doublings::add);
    ArrayNode mark = json.putArray("mark");
    s.mark().forEach(b -> mark.add(b.toString()));
    json.put("markedAt", s.markedAt());
    ObjectNode sample = json.putObject("sample");
    sample.put("agreed", s.sample().agreed()).put("disagreed", s.sample().disagreed());
    ObjectNode seconds = sample.putObject("seconds");
    s.sample().seconds().forEach((f, second) -> seconds.put(f.toString(), second.toString()));
    json.put("cache", Base64.getEncoder().encodeToString(deflate(s.cache().bytes())));
    return json;
  }

  private IslandState<P> island(JsonNode json) {
    List<Individual<P>> population = new ArrayList<>();
    json.required("population").forEach(i -> population.add(individual(i)));
    int number = json.required("number").intValue();
    TreeMap<Integer, Lead<P>> leads = new TreeMap<>();
    for (JsonNode l : json.required("leads")) {
      Lead<P> lead = lead(l, number);
      leads.put(lead.niche(), lead);
    }
    TreeMap<Fingerprint, Double> refined = new TreeMap<>();
    json.required("refined")
        .properties()
        .forEach(
            e ->
                refined.put(
                    Fingerprint.parse(e.getKey()), Double.valueOf(e.getValue().stringValue())));
    List<Double> best = new ArrayList<>();
    json.required("nicheBest").forEach(b -> best.add(Double.valueOf(b.stringValue())));
    List<Integer> doublings = new ArrayList<>();
    json.required("doublings").forEach(n -> doublings.add(n.intValue()));
    List<Double> mark = new ArrayList<>();
    json.required("mark").forEach(b -> mark.add(Double.valueOf(b.stringValue())));
    byte[] cache = inflate(Base64.getDecoder().decode(json.required("cache").stringValue()));
    return new IslandState<>(
        number,
        json.required("generation").longValue(),
        json.required("evaluations").longValue(),
        population,
        leads,
        refined,
        best,
        doublings,
        mark,
        json.required("markedAt").longValue(),
        new IslandState.Cache(cache),
        sample(json.required("sample")));
  }

  private static HitSample.State sample(JsonNode json) {
    TreeMap<Fingerprint, Fingerprint> seconds = new TreeMap<>();
    json.required("seconds")
        .properties()
        .forEach(
            e ->
                seconds.put(
                    Fingerprint.parse(e.getKey()), Fingerprint.parse(e.getValue().stringValue())));
    return new HitSample.State(
        seconds, json.required("agreed").longValue(), json.required("disagreed").longValue());
  }

  private ObjectNode individual(Individual<P> i) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("candidate", candidates.write(i.candidate()));
    i.parent().ifPresent(p -> json.put("parent", candidates.write(p)));
    json.put("born", i.born()).put("line", i.lineBorn());
    json.put("error", Double.toString(i.fitness().error())).put("niche", i.fitness().niche());
    json.put("behaviour", i.fitness().behaviour().toString());
    return json;
  }

  private Individual<P> individual(JsonNode json) {
    return new Individual<>(
        candidates.read(json.required("candidate").stringValue()),
        parent(json),
        json.required("born").longValue(),
        json.required("line").longValue(),
        new Fitness(
            Double.parseDouble(json.required("error").stringValue()),
            json.required("niche").intValue(),
            Fingerprint.parse(json.required("behaviour").stringValue())));
  }

  private Optional<P> parent(JsonNode json) {
    return Optional.ofNullable(json.get("parent")).map(p -> candidates.read(p.stringValue()));
  }

  private ObjectNode lead(Lead<P> l) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("candidate", candidates.write(l.candidate()));
    l.parent().ifPresent(p -> json.put("parent", candidates.write(p)));
    json.put("niche", l.niche()).put("generation", l.generation());
    ArrayNode scores = json.putArray("scores");
    for (int i = 0; i < l.scores().size(); i++) {
      scores.add(Double.toString(l.scores().get(i)));
    }
    return json;
  }

  private Lead<P> lead(JsonNode json, int island) {
    double[] scores = new double[json.required("scores").size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Double.parseDouble(json.required("scores").get(i).stringValue());
    }
    return new Lead<>(
        candidates.read(json.required("candidate").stringValue()),
        Scores.of(scores),
        json.required("niche").intValue(),
        island,
        json.required("generation").longValue(),
        parent(json));
  }

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] inflate(byte[] bytes) {
    Inflater inflater = new Inflater();
    inflater.setInput(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream(4 * bytes.length);
    byte[] buffer = new byte[1 << 16];
    try {
      while (!inflater.finished()) {
        int n = inflater.inflate(buffer);
        if (n == 0 && !inflater.finished()) {
          throw new IllegalArgumentException("the cache of a checkpoint ends early");
        }
        out.write(buffer, 0, n);
      }
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("the cache of a checkpoint is damaged", e);
    } finally {
      inflater.end();
    }
    return out.toByteArray();
  }
}
