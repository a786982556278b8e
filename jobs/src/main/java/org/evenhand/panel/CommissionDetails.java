package org.evenhand.panel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenhand.panel.Population.Member;
import org.evenhand.panel.Population.Scope;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Spread;
import org.evenhand.stats.Wilson;

/** Commission beyond its mean: middle, losers, own currencies, kinds of money, spread, restated. */
final class CommissionDetails {
  private static final Map<String, Function<Pay.Kinds, BigDecimal>> KINDS =
      new TreeMap<>(
          Map.of(
              "commission", Pay.Kinds::commission,
              "commission_spiff", Pay.Kinds::spiff,
              "commission_draw", Pay.Kinds::draw,
              "commission_clawback", Pay.Kinds::clawback));

  private final Setting setting;
  private final Pay pay;

  CommissionDetails(Setting setting, Pay pay) {
    this.setting = setting;
    this.pay = pay;
  }

  List<Result> results() {
    List<Result> results = new ArrayList<>();
    results.addAll(group(setting.population().company()));
    setting.population().roles().forEach(role -> results.addAll(group(role)));
    for (Pay.Line line : pay.in(setting.reported())) {
      results.addAll(own(line));
    }
    List<Double> spreads = new ArrayList<>();
    for (Member member : setting.population().members()) {
      Figure spread = spread(member.rep());
      results.add(
          setting.level(Subject.rep(member.rep()), "commission_consistency", "now", spread, 1));
      if (spread instanceof Figure.Known known) {
        spreads.add(known.value());
      }
    }
    results.add(
        setting.exact(
            Subject.COMPANY,
            "commission_consistency",
            "now",
            setting.middle(spreads),
            spreads.size()));
    results.add(restated());
    return results;
  }

  private List<Result> group(Scope scope) {
    List<Double> amounts = new ArrayList<>();
    int compared = 0;
    int down = 0;
    for (Member member : scope.members()) {
      Optional<Double> now = pay.of(member.rep(), setting.reported());
      Optional<Double> before = pay.of(member.rep(), setting.previous());
      now.ifPresent(amounts::add);
      if (now.isPresent() && before.isPresent()) {
        compared++;
        down += now.get() < before.get() ? 1 : 0;
      }
    }
    Figure median =
        amounts.isEmpty()
            ? new Figure.Undefined("No statement of these reps was delivered.")
            : new Figure.Known(
                Spread.median(amounts),
                Spread.quantile(amounts, 0.25),
                Spread.quantile(amounts, 0.75),
                amounts.size());
    Figure fell =
        compared == 0
            ? new Figure.Undefined("No rep has statements of both quarters.")
            : new Figure.Known(down, down, down, compared);
    return List.of(
        setting
            .exact(scope.subject(), "commission_median", "now", median, amounts.size())
            .because("Low and high are the quartiles."),
        setting
            .exact(scope.subject(), "commission_reps_down", "now", fell, compared)
            .because(
                "Of the reps with statements of both quarters, compared with "
                    + setting.previous()
                    + "."));
  }

  /** A rep's money by kind in the currency it is paid in. */
  private List<Result> own(Pay.Line line) {
    List<Result> results = new ArrayList<>();
    KINDS.forEach(
        (measure, kind) -> {
          double amount = kind.apply(line.kinds()).doubleValue();
          results.add(
              new Result(
                  new Result.Key(Subject.rep(line.rep()), measure, line.currency(), "now"),
                  new Figure.Known(amount, amount, amount, line.counts().lines()),
                  Result.Notes.plain(line.currency() + "/quarter", 1)));
        });
    return results;
  }

  private Figure spread(long rep) {
    List<Double> amounts = new ArrayList<>();
    for (String quarter : setting.series()) {
      pay.of(rep, quarter).ifPresent(amounts::add);
    }
    return Spread.consistency(
        amounts, setting.thresholds().consistencyQuarters(), setting.confidence());
  }

  private Result restated() {
    List<Pay.Line> lines = pay.in(setting.reported());
    long all = lines.stream().mapToLong(line -> line.counts().lines()).sum();
    long changed = lines.stream().mapToLong(line -> line.counts().restated()).sum();
    Figure share = Wilson.interval(Math.min(changed, all), all, setting.confidence());
    return setting.level(
        Subject.COMPANY,
        "commission_restated",
        "now",
        share,
        lines.stream().map(Pay.Line::rep).distinct().count());
  }
}
