package org.evenhand.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.evenhand.report.facts.Effects;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.Grade;
import org.evenhand.report.facts.Skills;
import org.evenhand.report.facts.Structure;
import org.evenhand.stats.Figure;

/**
 * The one place where a fact becomes a string, so that the same fact reads the same everywhere:
 * value, interval, n, grade. The states without a number print in four different ways, none of them
 * as 0.
 */
public final class Print {
  private static final Set<String> SIGNED_MEASURES = Set.of("time_saved");
  private static final Pattern CHUNK = Pattern.compile("(?<=;) | (?=\\()");
  private static final double WHOLE_SHARE_FROM = 0.9995;

  private Print() {}

  /** The value in its unit, or the words of its state. */
  public static String value(Fact fact) {
    return fact.figure() instanceof Figure.Known known
        ? oneValue(fact, known.value())
        : state(fact);
  }

  /** The value without its unit, for columns whose heading names it. */
  public static String bare(Fact fact) {
    if (!(fact.figure() instanceof Figure.Known known)) {
      return state(fact);
    }
    Unit unit = unit(fact);
    return isSigned(fact) ? unit.signedNumber(known.value()) : unit.number(known.value());
  }

  /** The words for a number that is not there. */
  public static String state(Fact fact) {
    if (fact.isAbsent()) {
      return "not applicable";
    }
    if (fact.figure() instanceof Figure.Suppressed) {
      return "suppressed to protect people";
    }
    return fact.figure() instanceof Figure.NotMeasured ? "not measured" : "not enough data";
  }

  /** {@code +0.9 to +2.6}, of an interval or of a middle half; empty when it has no width. */
  public static String range(Fact fact) {
    if (!(fact.figure() instanceof Figure.Known known) || known.low() >= known.high()) {
      return "";
    }
    Unit unit = unit(fact);
    return isSigned(fact)
        ? unit.signedNumber(known.low()) + " to " + unit.signedNumber(known.high())
        : unit.number(known.low()) + " to " + unit.number(known.high());
  }

  /** {@code 90 % CI +0.9 to +2.6}; empty when there is no interval. */
  public static String interval(Fact fact) {
    return fact.hasInterval() && !range(fact).isEmpty()
        ? Numbers.plain(fact.evidence().confidence() * 100, 0) + " % CI " + range(fact)
        : "";
  }

  /** {@code n = 41 reps}; empty when nothing is counted or the value is the count itself. */
  public static String sample(Fact fact) {
    if (!(fact.figure() instanceof Figure.Known known) || fact.evidence().nUnit().isEmpty()) {
      return "";
    }
    if (!fact.hasInterval() && fact.count() == known.n()) {
      return "";
    }
    String unit = known.n() == 1 ? singular(fact.evidence().nUnit()) : fact.evidence().nUnit();
    return "n = " + count(known.n()) + " " + unit;
  }

  /** {@code grade B}; empty where grading does not apply. */
  public static String grade(Fact fact) {
    return fact.isKnown() && fact.evidence().grade() != Grade.NONE
        ? "grade " + fact.evidence().grade()
        : "";
  }

  /** Cuts a printed number where a line may end: after its value and after each semicolon. */
  public static List<String> chunks(String printed) {
    return List.of(CHUNK.split(printed));
  }

  /** What stands in the brackets after the value. */
  public static String basis(Fact fact) {
    List<String> parts = new ArrayList<>(List.of(interval(fact), sample(fact), grade(fact)));
    parts.removeIf(String::isEmpty);
    return String.join("; ", parts);
  }

  /** {@code +1.8 h/week (90 % CI +0.9 to +2.6; n = 41 reps; grade B)}. */
  public static String full(Fact fact) {
    String basis = basis(fact);
    return basis.isEmpty() ? value(fact) : value(fact) + " (" + basis + ")";
  }

  /** The period of a fact in words. */
  public static String period(Fact fact) {
    return switch (fact.key().period()) {
      case "now" -> "this quarter";
      case "before" -> "before AI";
      case "change" -> "change since AI";
      case Effects.PERIOD -> "against teams without it";
      case "effect_quarter" -> "against teams without it, this quarter";
      case "comparable" -> "comparable reps";
      case "all" -> "everything known";
      default -> fact.key().period();
    };
  }

  /** The verdict in its fixed words; empty when the fact is no comparison. */
  public static String verdict(Fact fact) {
    return fact.verdict().words();
  }

  /** A whole number with grouped thousands. */
  public static String count(long count) {
    return Numbers.whole(count);
  }

  static boolean isSigned(Fact fact) {
    return fact.key().period().equals("change")
        || SIGNED_MEASURES.contains(fact.key().measure())
        || Structure.isDifference(fact.key())
        || Effects.isDifference(fact.key())
        || Skills.isDistance(fact.key());
  }

  /** The value of a fact's unit that is not the fact's own: an axis label, a limit. */
  public static String oneValue(Fact fact, double value) {
    Unit unit = unit(fact);
    if (isSigned(fact)) {
      return unit.signed(value);
    }
    boolean almostAll = unit.factor() == 100 && value < 1 && value >= WHOLE_SHARE_FROM;
    return almostAll ? "over 99.9 %" : unit.plain(value);
  }

  private static Unit unit(Fact fact) {
    Unit unit = Unit.of(fact.evidence().unit());
    boolean difference = fact.key().period().equals("change") || Effects.isDifference(fact.key());
    return difference ? unit.ofDifference() : unit;
  }

  private static String singular(String plural) {
    return plural.endsWith("ies")
        ? plural.substring(0, plural.length() - 3) + "y"
        : plural.replaceFirst("s$", "");
  }
}
