package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However evidence is split and shuffled, every figure is the same to the last bit. */
final class PartitionsTest {
  private static final long SEED = 20_261_122;
  private static final SkillParameters TRUTH =
      new SkillParameters(
          new Kernel(0.5, 0.35, 16),
          Map.of("AE|discovery", 0.1),
          Map.of(
              "assessment", new SkillParameters.Source(0, 1, 0.4, 0, 0),
              "manager", new SkillParameters.Source(0.2, 1, 0.6, 0.06, 0.1)),
          Map.of(),
          Tails.GAUSSIAN);

  private static List<Evidence> evidence() {
    Map<String, Integer> raters = new TreeMap<>(Map.of("assessment", 0, "manager", 8));
    return new SimulatedEvidence(SEED, TRUTH, raters, 52).persons(24, 8, 3).evidence;
  }

  /** Dealt at random to partitions, which are then read one after the other. */
  private static List<Evidence> dealt(int partitions) {
    Random random = new Random(SEED + partitions);
    List<List<Evidence>> parts = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      parts.add(new ArrayList<>());
    }
    evidence().forEach(one -> parts.get(random.nextInt(partitions)).add(one));
    Collections.shuffle(parts, random);
    parts.forEach(part -> Collections.shuffle(part, random));
    return parts.stream().flatMap(List::stream).toList();
  }

  private static SkillFit fit(List<Evidence> evidence, int exactUpTo) {
    return GlobalFit.of(evidence, new FitOptions(new Tails(6), 1, 4, exactUpTo, 12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theFitIsTheSameToTheLastBit(int partitions) {
    for (int exactUpTo : new int[] {0, 400}) {
      SkillFit whole = fit(evidence(), exactUpTo);
      SkillFit split = fit(dealt(partitions), exactUpTo);

      assertThat(split.parameters()).isEqualTo(whole.parameters());
      assertThat(split.raters()).isEqualTo(whole.raters());
      assertThat(split.convergence()).isEqualTo(whole.convergence());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theLocalSolveIsTheSameToTheLastBit(int partitions) {
    assertThat(views(dealt(partitions))).isEqualTo(views(evidence()));
  }

  private static Map<String, SkillView> views(List<Evidence> evidence) {
    Map<String, List<Evidence>> byRep =
        evidence.stream().collect(Collectors.groupingBy(one -> one.subject().rep()));
    Map<String, SkillView> views = new TreeMap<>();
    byRep.forEach(
        (rep, own) ->
            views.put(rep, SkillInference.of(own, TRUTH, own.get(0).subject(), 52).view()));
    return views;
  }

  @Test
  void parametersArriveAtExecutorsAsTheyLeft() throws IOException, ClassNotFoundException {
    SkillParameters sent = fit(evidence(), 400).parameters();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(sent);
    }
  }
}
