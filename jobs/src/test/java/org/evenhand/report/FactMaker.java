package org.evenhand.report;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.report.facts.Evidence;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Grade;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.Verdict;
import org.evenhand.stats.Figure;

/** Builds facts by hand, one line each. */
public final class FactMaker {
  private static final String QUERY = "gold.rep_period";
  private final List<Fact> facts = new ArrayList<>();

  /** A measured value with a 90 % interval. */
  public FactMaker measured(
      FactKey key, String unit, double value, double low, double high, long n) {
    return add(
        key,
        new Figure.Known(value, low, high, n),
        new Evidence(unit, 0.90, "reps", Grade.NONE, Verdict.NONE),
        "");
  }

  /** A before/after comparison of grade B. */
  public FactMaker change(
      FactKey key, String unit, double value, double low, double high, long n, Verdict verdict) {
    return add(
        key,
        new Figure.Known(value, low, high, n),
        new Evidence(unit, 0.90, "reps", Grade.B, verdict),
        "");
  }

  /** An effect against a comparison of the same time, grade A. */
  public FactMaker effect(
      FactKey key, String unit, double value, double low, double high, Verdict verdict) {
    return add(
        key,
        new Figure.Known(value, low, high, 38),
        new Evidence(unit, 0.90, "reps", Grade.A, verdict),
        "Compared with teams that never or not yet had it.");
  }

  /** A distance from the average of the job family, over pieces of evidence. */
  public FactMaker points(
      FactKey key, Range range, double confidence, long n, Verdict verdict, String reason) {
    return add(
        key,
        new Figure.Known(range.value(), range.low(), range.high(), n),
        new Evidence("points", confidence, "items", Grade.NONE, verdict),
        reason);
  }

  /** A value with what is asked for, which is no interval. */
  public FactMaker asked(FactKey key, String unit, Range range, long n, String reason) {
    return add(
        key,
        new Figure.Known(range.value(), range.low(), range.high(), n),
        new Evidence(unit, 0, "items", Grade.NONE, Verdict.NONE),
        reason);
  }

  /** A number about so many of something. */
  public FactMaker number(FactKey key, String unit, double value, long n, String nUnit) {
    return add(
        key,
        new Figure.Known(value, value, value, n),
        new Evidence(unit, 0, nUnit, Grade.NONE, Verdict.NONE),
        "");
  }

  /** A value between two others. */
  public record Range(double value, double low, double high) {
    /** A value with the same room on both sides. */
    public static Range around(double value, double half) {
      return new Range(value, value - half, value + half);
    }
  }

  /** A plain count. */
  public FactMaker count(FactKey key, String unit, double value, String nUnit, String reason) {
    return add(
        key,
        new Figure.Known(value, value, value, Math.round(value)),
        new Evidence(unit, 0, nUnit, Grade.NONE, Verdict.NONE),
        reason);
  }

  public FactMaker suppressed(FactKey key, String unit, String reason) {
    return add(key, new Figure.Suppressed(reason), Evidence.plain(unit), reason);
  }

  public FactMaker undefined(FactKey key, String unit, String reason) {
    Evidence evidence = new Evidence(unit, 0, "", Grade.NONE, Verdict.CANNOT_TELL);
    return add(key, new Figure.Undefined(reason), evidence, reason);
  }

  public FactMaker notMeasured(FactKey key, String unit, String reason) {
    return add(key, new Figure.NotMeasured(reason), Evidence.plain(unit), reason);
  }

  public FactSet set() {
    return new FactSet(facts);
  }

  public static FactKey company(String measure, String period) {
    return FactKey.of(Subject.COMPANY, measure, period);
  }

  private FactMaker add(FactKey key, Figure figure, Evidence evidence, String reason) {
    facts.add(new Fact(key, figure, evidence, reason, QUERY));
    return this;
  }
}
