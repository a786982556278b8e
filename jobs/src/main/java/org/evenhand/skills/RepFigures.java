package org.evenhand.skills;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenhand.skills.FigureRows.Reading;
import org.evenhand.skills.FigureRows.Subject;
import org.evenhand.skills.FigureRows.What;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.skills.Moments;

/**
 * What a rep reads of one skill: level against the role, what moved it, what it would be without an
 * item. Levels from the job family's mean.
 */
record RepFigures(FigureRows rows, InferencePolicy policy) {
  private static final int MOVERS = 3;

  void of(Changed changed, List<Piece> pieces) {
    Subject rep = Subject.rep(changed.pair().rep());
    String skill = changed.pair().skill();
    long items = changed.level().size().items();
    double mean = changed.level().prior().mean();
    rows.add(
        rep,
        What.of("skill_level", skill),
        interval(changed.level().moments(), mean, policy.confidence(), items),
        Reading.points(policy.confidence()));
    changed
        .level()
        .required()
        .ifPresent(
            level ->
                rows.add(
                    rep,
                    What.of("skill_required", skill),
                    new Figure.Known(level - mean, level - mean, level - mean, items),
                    Reading.points(policy.confidence()).plain()));
    rows.add(
        rep,
        What.of("skill_standing", skill, changed.level().verdict()),
        new Figure.Known(1, 1, 1, items),
        Reading.count(FigureRows.ITEMS).because(Optional.of(Words.standing(changed))));
    change(rep, changed);
    shown(pieces).forEach(piece -> item(rep, piece, changed));
  }

  /** A skill nothing can be shown of. */
  void none(Changed.Pair pair, String reason) {
    rows.add(
        Subject.rep(pair.rep()),
        What.of("skill_level", pair.skill()),
        new Figure.Undefined(reason),
        Reading.points(policy.confidence()));
  }

  private void change(Subject rep, Changed changed) {
    Figure.Known figure =
        interval(changed.change(), 0, policy.movementConfidence(), changed.level().size().items());
    rows.add(
        rep,
        What.of("skill_change", changed.pair().skill()),
        figure,
        Reading.points(policy.movementConfidence())
            .saying(changed.movement().verdict())
            .because(Optional.of(Words.visible(changed.smallestVisible()))));
  }

  /** The largest movers, and everything contested. */
  private static List<Piece> shown(List<Piece> pieces) {
    List<Piece> order =
        pieces.stream()
            .sorted(
                Comparator.<Piece>comparingDouble(piece -> -Math.abs(piece.effect().change()))
                    .thenComparing(piece -> piece.origin().id()))
            .toList();
    return order.stream()
        .filter(
            piece -> order.indexOf(piece) < MOVERS || piece.origin().status().equals("CONTESTED"))
        .toList();
  }

  private void item(Subject rep, Piece piece, Changed changed) {
    Object[] name = {
      piece.pair().skill(), piece.origin().source(), piece.origin().day(), piece.origin().id()
    };
    double moved = piece.effect().change();
    rows.add(
        rep,
        What.of("skill_item", name),
        new Figure.Known(moved, moved, moved, 1),
        Reading.points(policy.confidence()).plain().because(Words.counted(piece)));
    double error = piece.effect().error();
    rows.add(
        rep,
        What.of("skill_without", name),
        interval(
            new Moments(piece.effect().without(), error * error),
            changed.level().prior().mean(),
            policy.confidence(),
            changed.level().size().items() - 1),
        Reading.points(policy.confidence()));
  }

  static Figure.Known interval(Moments moments, double from, double confidence, long n) {
    double value = moments.mean() - from;
    double margin = Quantiles.normal(confidence) * moments.deviation();
    return new Figure.Known(value, value - margin, value + margin, n);
  }
}
