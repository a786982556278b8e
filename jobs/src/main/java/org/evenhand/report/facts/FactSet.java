package org.evenhand.report.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All facts of one edition, looked up by key. Artefacts read nothing else. */
public final class FactSet {
  private static final Pattern QUARTER = Pattern.compile("\\d{4}Q[1-4]");
  private static final Comparator<Fact> ORDER =
      Comparator.comparing((Fact fact) -> fact.key().subject())
          .thenComparing(fact -> fact.key().measure())
          .thenComparing(fact -> fact.key().dimension())
          .thenComparing(fact -> fact.key().period());

  private final Map<FactKey, Fact> byKey = new HashMap<>();
  private final Map<Subject, List<Fact>> bySubject = new TreeMap<>();

  /**
   * @throws IllegalArgumentException when two facts have the same key
   */
  public FactSet(Collection<Fact> facts) {
    for (Fact fact : facts.stream().sorted(ORDER).toList()) {
      if (byKey.put(fact.key(), fact) != null) {
        throw new IllegalArgumentException(
            "Cannot read facts: %s is there twice. Rebuild the edition.".formatted(fact.key()));
      }
      bySubject
          .computeIfAbsent(fact.key().subject(), subject -> new java.util.ArrayList<>())
          .add(fact);
    }
  }

  /** The fact of a key; an absent one when there is no such row. */
  public Fact get(FactKey key) {
    return byKey.getOrDefault(key, Fact.absent(key));
  }

  /** The fact of a measure without a further cut. */
  public Fact get(Subject subject, String measure, String period) {
    return get(FactKey.of(subject, measure, period));
  }

  /** All facts of one subject, by measure, dimension and period. */
  public List<Fact> of(Subject subject) {
    return List.copyOf(bySubject.getOrDefault(subject, List.of()));
  }

  /** The facts of one subject and measure, by dimension and period. */
  public List<Fact> of(Subject subject, String measure) {
    return of(subject).stream().filter(fact -> fact.key().measure().equals(measure)).toList();
  }

  /** All subjects of a kind in the order of their ids. */
  public List<Subject> subjects(SubjectKind kind) {
    return bySubject.keySet().stream().filter(subject -> subject.kind() == kind).toList();
  }

  /** The facts of one measure for every subject of a kind. */
  public List<Fact> every(SubjectKind kind, String measure) {
    return subjects(kind).stream().flatMap(subject -> of(subject, measure).stream()).toList();
  }

  /** Dimensions a measure has for a subject, in order. */
  public List<String> dimensions(Subject subject, String measure) {
    TreeSet<String> found = new TreeSet<>();
    of(subject, measure).forEach(fact -> found.add(fact.key().dimension()));
    return List.copyOf(found);
  }

  /** The quarters of a series, oldest first. */
  public List<Fact> series(Subject subject, String measure, String dimension) {
    return of(subject, measure).stream()
        .filter(fact -> fact.key().dimension().equals(dimension))
        .filter(fact -> QUARTER.matcher(fact.key().period()).matches())
        .toList();
  }

  public List<Fact> all() {
    return bySubject.values().stream().flatMap(List::stream).toList();
  }
}
