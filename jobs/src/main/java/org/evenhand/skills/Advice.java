package org.evenhand.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * What may help a skill grow, with the evidence that speaks for it: at least two pieces from at
 * least two sources, or there is none (B-24).
 */
record Advice(Changed.Pair pair, Kind kind, List<Piece> cited) {
  private static final int MOST = 4;
  private static final int FEWEST = 2;

  Advice {
    cited = List.copyOf(cited);
  }

  /** What is advised. */
  enum Kind {
    GROW,
    RECOVER,
    CLARIFY
  }

  /**
   * @param fell whether the watch named the skill
   */
  static Optional<Advice> of(Changed changed, Fell fell, List<Piece> pieces) {
    return kind(changed, fell)
        .map(kind -> new Advice(changed.pair(), kind, cited(pieces, speaks(kind))))
        .filter(advice -> advice.cited().size() >= FEWEST)
        .filter(advice -> advice.sources().size() >= FEWEST);
  }

  /** Whether a skill has fallen. */
  enum Fell {
    YES,
    NO
  }

  List<String> sources() {
    return List.copyOf(new TreeSet<>(cited.stream().map(one -> one.origin().source()).toList()));
  }

  private static Optional<Kind> kind(Changed changed, Fell fell) {
    if (fell == Fell.YES) {
      return Optional.of(Kind.RECOVER);
    }
    return switch (changed.level().verdict()) {
      case "LACKS" -> Optional.of(Kind.GROW);
      case "CONFLICT" -> Optional.of(Kind.CLARIFY);
      default -> Optional.empty();
    };
  }

  /** How strongly a piece speaks for the advice; not at all at 0 or less. */
  private static ToDoubleFunction<Piece> speaks(Kind kind) {
    return switch (kind) {
      case GROW -> piece -> -piece.effect().level();
      case RECOVER -> piece -> -piece.effect().change();
      case CLARIFY -> piece -> Math.abs(piece.effect().surprise());
    };
  }

  /** The strongest of each source first, so that sources are many, then the strongest left. */
  private static List<Piece> cited(List<Piece> pieces, ToDoubleFunction<Piece> strength) {
    List<Piece> order =
        pieces.stream()
            .filter(piece -> strength.applyAsDouble(piece) > 0)
            .sorted(
                Comparator.<Piece>comparingDouble(piece -> -strength.applyAsDouble(piece))
                    .thenComparing(piece -> piece.origin().id()))
            .toList();
    List<Piece> first = new ArrayList<>();
    TreeSet<String> met = new TreeSet<>();
    order.stream().filter(piece -> met.add(piece.origin().source())).forEach(first::add);
    order.stream().filter(piece -> !first.contains(piece)).forEach(first::add);
    return first.subList(0, Math.min(MOST, first.size()));
  }
}
