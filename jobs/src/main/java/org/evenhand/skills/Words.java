package org.evenhand.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What figures of skills say beside their numbers. */
final class Words {
  private static final double WORTH_SAYING = 0.05;
  private static final double COUNTED_LESS = 0.8;
  private static final double LARGEST_LIKELY = 1.5;

  private Words() {}

  /** How a piece of evidence was counted, when not as it was said. */
  static Optional<String> counted(Piece piece) {
    List<String> said = new ArrayList<>();
    double severity = piece.counted().said() - piece.counted().as();
    if (Math.abs(severity) >= WORTH_SAYING) {
      said.add(
          text(
              "Counted as %+.1f, not %+.1f: this rater rates %.1f %s others.",
              piece.counted().as(),
              piece.counted().said(),
              Math.abs(severity),
              severity < 0 ? "below" : "above"));
    }
    if (piece.counted().part() < COUNTED_LESS) {
      said.add(
          text(
              "Counted %.0f %%: far from everything else, or written with AI.",
              100 * piece.counted().part()));
    }
    if (piece.origin().status().equals("CONTESTED")) {
      said.add("Contested: it counts until somebody has looked at it.");
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
  }

  static String visible(Optional<Double> smallest) {
    return smallest
        .filter(fall -> fall <= LARGEST_LIKELY)
        .map(fall -> text("A fall of %.1f would have been seen.", fall))
        .orElse("Too little is new to have seen a fall of any likely size.");
  }

  static String standing(Changed changed) {
    Changed.Size size = changed.level().size();
    return switch (changed.level().verdict()) {
      case "CONFLICT" -> "The sources disagree by more than chance.";
      case "UNKNOWN" ->
          changed.level().required().isEmpty()
              ? "The role asks for nothing here."
              : text(
                  "%d pieces of evidence of %d sources do not decide it.",
                  size.items(), size.sources());
      default -> text("%d pieces of evidence of %d sources.", size.items(), size.sources());
    };
  }

  static String stall(Stalled stalled) {
    String what =
        stalled.kind() == Stalls.Kind.DECLINE
            ? "Recent evidence points lower than twelve weeks ago. Something may stand in the way; what would help?"
            : "Recent evidence stands where it stood, below what the role asks for. What would help it grow?";
    return what + " Your manager sees this from " + stalled.managerFrom() + ".";
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
