package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.estimate.DidOptions.Errors;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.GroupTime;
import org.evenhand.stats.did.MultiplierBootstrap;
import org.evenhand.stats.did.MultiplierBootstrap.Critical;

/** Effects with errors, intervals and bands as JSON. */
final class DidErrors {
  static final double CONFIDENCE = 0.95;
  private static final String NO_SPREAD = "nothing varies between clusters to judge it by";

  private final DidOptions.Method method;
  private final int clusters;
  private final double freedom;
  private final List<String> warnings = new ArrayList<>();

  DidErrors(DidOptions.Method method, GroupTime cells) {
    this.method = method;
    this.clusters = cells.clusters().size();
    this.freedom = cells.freedom();
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Effects judged together; one alone needs no band. */
  final class Family {
    private final List<Effect> effects;
    private final MultiplierBootstrap bootstrap;
    private final Optional<Critical> critical;

    private Family(String name, List<Effect> effects) {
      this.effects = effects;
      this.bootstrap = MultiplierBootstrap.of(effects, method.draws(), method.seed());
      this.critical =
          effects.size() > 1 && effects.stream().anyMatch(Effect::varies)
              ? Optional.of(wide(bootstrap.critical(CONFIDENCE)))
              : Optional.empty();
      critical
          .flatMap(Critical::warning)
          .ifPresent(text -> warnings.add("band over %s: %s".formatted(name, text)));
    }

    Optional<Double> critical() {
      return critical.map(Critical::value);
    }

    int draws() {
      return bootstrap.draws();
    }

    /** Puts estimate, error and intervals of the effect at a place; the reason where none. */
    void put(ObjectNode node, int at) {
      node.put("estimate", effects.get(at).value());
      double error = error(at);
      if (error <= Effect.NO_ERROR) {
        none(node, NO_SPREAD);
        return;
      }
      interval(node, "", effects.get(at).value(), error, pointwise());
      critical().ifPresent(c -> interval(node, "band_", effects.get(at).value(), error, c));
    }

    private double error(int at) {
      return method.errors() == Errors.BOOTSTRAP
          ? bootstrap.standardError(at)
          : effects.get(at).standardError();
    }
  }

  Family family(String name, List<Effect> effects) {
    return new Family(name, effects);
  }

  /** No error, hence no interval, with the reason. */
  static void none(ObjectNode node, String reason) {
    node.putNull("se");
    node.putNull("low");
    node.putNull("high");
    node.put("reason", reason);
  }

  private static void interval(
      ObjectNode node, String prefix, double value, double error, double width) {
    if (prefix.isEmpty()) {
      node.put("se", error);
    }
    node.put(prefix + "low", value - width * error);
    node.put(prefix + "high", value + width * error);
  }

  private Critical wide(Critical critical) {
    return switch (method.errors()) {
      case ANALYTIC, BOOTSTRAP -> critical;
      case JACKKNIFE, RI -> critical.student(freedom);
    };
  }

  /** Normal, or Student with a degree of freedom less than clusters for the jackknife. */
  private double pointwise() {
    return switch (method.errors()) {
      case ANALYTIC, BOOTSTRAP -> Quantiles.normal(CONFIDENCE);
      case JACKKNIFE, RI -> Quantiles.student(CONFIDENCE, Math.max(1, clusters - 1.0));
    };
  }
}
