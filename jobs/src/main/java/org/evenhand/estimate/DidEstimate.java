package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.errors.UserException;
import org.evenhand.estimate.DidOptions.Errors;
import org.evenhand.estimate.DidOptions.Sampling;
import org.evenhand.stats.did.Aggregates;
import org.evenhand.stats.did.Aggregates.Part;
import org.evenhand.stats.did.Aggregates.Summary;
import org.evenhand.stats.did.CellEffect;
import org.evenhand.stats.did.CellEstimator;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.Estimated;
import org.evenhand.stats.did.Plan;
import org.evenhand.stats.did.Randomisation;
import org.evenhand.stats.did.Wald;

/**
 * Group-time average treatment effects of a staggered start, their averages, bands, pre-trend test,
 * a second opinion and the sensitivity to parallel trends.
 */
public final class DidEstimate {
  private static final int FEW = 12;

  private final InputTable table;
  private final DidOptions options;
  private final DidInput input;
  private final DidPanel panel;
  private final Plan plan;
  private final CellEstimator estimator;
  private final Estimated found;
  private final DidErrors errors;

  private DidEstimate(InputTable table, DidOptions options) {
    this.table = table;
    this.options = options;
    this.input = DidInput.of(table, options);
    this.panel = new DidPanel(input.rows(), options);
    this.plan = panel.plan(options.design());
    this.estimator = panel.estimator(plan);
    this.found = estimated(estimator);
    this.errors = new DidErrors(options.method(), found.cells());
  }

  /**
   * @throws UserException when the rows cannot carry the estimate
   */
  public static ObjectNode of(InputTable table, DidOptions options) {
    refuse(options);
    try {
      return new DidEstimate(table, options).result();
    } catch (IllegalArgumentException e) {
      throw UserException.usage(String.valueOf(e.getMessage()));
    }
  }

  private static void refuse(DidOptions options) {
    boolean covariates = !options.columns().covariates().isEmpty();
    boolean strata = !options.columns().strata().isEmpty();
    if (covariates && strata) {
      throw UserException.usage(
          "Cannot adjust twice: --covariates and --strata are both named. Name one of them.");
    }
    if ((covariates || strata) && options.method().sampling() == Sampling.CROSS_SECTIONS) {
      throw UserException.usage(
          "Cannot adjust repeated cross-sections: covariates and strata need the same units over time. Leave them out.");
    }
    if (options.method().draws() < 1) {
      throw UserException.usage(
          "Cannot draw %d times: one draw at least is needed. Correct --draws."
              .formatted(options.method().draws()));
    }
  }

  private Estimated estimated(CellEstimator from) {
    return switch (options.method().errors()) {
      case ANALYTIC, BOOTSTRAP -> Estimated.analytic(from, options.method().balance());
      case JACKKNIFE, RI -> Estimated.jackknife(from, options.method().balance());
    };
  }

  private ObjectNode result() {
    ObjectNode result = Json.result("did", table);
    result.put("seed", options.method().seed());
    result.remove("seed_reason");
    result.set("options", DidSettings.of(options));
    result.put(
        "design",
        DidSettings.design(options, plan)
            + ", %d clusters".formatted(found.cells().clusters().size()));
    result.put("n", panel.units(plan));
    excluded(result.putObject("excluded"));
    ObjectNode bands = Json.object();
    cells(result, bands);
    aggregates(result, bands);
    result.set("bands", bands);
    pretrend(result.putObject("pretrend"));
    DidSecond second = new DidSecond(panel, plan, options);
    second.opinion(result);
    second.sensitivity(result);
    warnings(result.putArray("warnings"), second);
    return result;
  }

  private void excluded(ObjectNode node) {
    input.excluded().forEach(node::put);
    count(node, "treated at or before the first period", panel.rowsLeftOut(plan));
    count(node, "period in which the last cohort is treated", panel.rowsBeyond(plan));
  }

  private static void count(ObjectNode node, String reason, long rows) {
    if (rows > 0) {
      node.put(reason, rows);
    }
  }

  private void cells(ObjectNode result, ObjectNode bands) {
    List<CellEffect> cells = found.cells().cells();
    DidErrors.Family family = errors.family("cells", found.cells().judged(cell -> true));
    ArrayNode att = result.putArray("att");
    int judged = 0;
    for (CellEffect cell : cells) {
      ObjectNode node = att.addObject();
      node.put("group", cell.cell().group());
      node.put("time", cell.cell().time());
      node.putNull("estimate");
      cell.effect().ifPresent(effect -> node.put("estimate", effect.value()));
      if (cell.judged()) {
        family.put(node, judged++);
      } else {
        DidErrors.none(node, cell.reason().orElse(""));
      }
      node.put("n_treated", cell.support().treated());
      node.put("n_control", cell.support().control());
      if (!options.columns().strata().isEmpty()) {
        node.put("n_without_overlap", cell.support().lost());
      }
      node.put("base", cell.cell().base());
      if (!node.has("reason")) {
        node.putNull("reason");
      }
    }
    band(bands, family);
    bands.put("draws", family.draws());
    bands.put("confidence", DidErrors.CONFIDENCE);
  }

  private static void band(ObjectNode node, DidErrors.Family family) {
    family
        .critical()
        .ifPresentOrElse(
            value -> node.put("critical", value),
            () -> {
              node.putNull("critical");
              node.put("reason", "fewer than two effects have a standard error");
            });
  }

  private void aggregates(ObjectNode result, ObjectNode bands) {
    Aggregates aggregates = found.aggregates();
    ObjectNode node = result.putObject("aggregate");
    overall(node.putObject("simple"), aggregates.simple());
    summary(node, bands, "group", "group", aggregates.group());
    summary(node, bands, "dynamic", "event_time", aggregates.dynamic());
    summary(node, bands, "calendar", "time", aggregates.calendar());
    if (options.method().errors() == Errors.RI) {
      randomise(node);
    }
  }

  private void summary(
      ObjectNode aggregate, ObjectNode bands, String name, String by, Summary summary) {
    ObjectNode node = aggregate.putObject(name);
    overall(node.putObject("overall"), summary);
    DidErrors.Family family = errors.family(name, summary.by().stream().map(Part::effect).toList());
    ArrayNode parts = node.putArray("by");
    for (int i = 0; i < summary.by().size(); i++) {
      ObjectNode part = parts.addObject();
      part.put(by, summary.by().get(i).at());
      family.put(part, i);
    }
    band(bands.putObject(name), family);
  }

  private void overall(ObjectNode node, Summary summary) {
    if (summary.overall().isEmpty()) {
      node.putNull("estimate");
      DidErrors.none(node, "no treated cell could be estimated");
      return;
    }
    errors.family("the average", List.of(summary.overall().get())).put(node, 0);
  }

  private void randomise(ObjectNode aggregate) {
    List<String> names = List.of("simple", "group", "dynamic", "calendar");
    Optional<String> whyNot = Randomisation.whyNot(estimator);
    List<OptionalDouble> p =
        whyNot.isPresent()
            ? List.of()
            : Randomisation.of(
                    estimator,
                    cells -> overalls(Aggregates.of(cells, options.method().balance())),
                    options.method().draws(),
                    options.method().seed())
                .p();
    for (int i = 0; i < names.size(); i++) {
      ObjectNode simple = aggregate.withObjectProperty(names.get(i));
      ObjectNode node = i == 0 ? simple : simple.withObjectProperty("overall");
      Json.put(
          node,
          "p",
          i < p.size() ? p.get(i).orElse(Double.NaN) : Double.NaN,
          whyNot.orElse("the effect has no standard error"));
    }
  }

  private static List<Optional<Effect>> overalls(Aggregates aggregates) {
    return List.of(
        aggregates.simple().overall(),
        aggregates.group().overall(),
        aggregates.dynamic().overall(),
        aggregates.calendar().overall());
  }

  private void pretrend(ObjectNode node) {
    Wald test = Wald.of(found.cells().pre());
    if (test instanceof Wald.Tested tested) {
      node.put("statistic", tested.statistic());
      node.put("df", tested.df());
      node.put("p", tested.p());
    } else if (test instanceof Wald.Skipped skipped) {
      node.putNull("statistic");
      node.putNull("df");
      node.putNull("p");
      node.put("reason", skipped.reason());
    }
  }

  private void warnings(ArrayNode warnings, DidSecond second) {
    long unknown = found.cells().cells().stream().filter(c -> c.effect().isEmpty()).count();
    int clusters = found.cells().clusters().size();
    Map<String, Boolean> texts = new java.util.LinkedHashMap<>();
    texts.put(
        "%d cells could not be estimated; averages are over the others".formatted(unknown),
        unknown > 0);
    texts.put(
        "%d units are not observed in every period; they count where both periods are"
            .formatted(panel.incomplete(plan)),
        options.method().sampling() == Sampling.PANEL && panel.incomplete(plan) > 0);
    texts.put(
        "weights of %d units change over time; the first counts".formatted(panel.unsteadyWeights()),
        panel.unsteadyWeights() > 0);
    texts.put(
        "nobody is never treated: cohort %d is the comparison, until it is treated"
            .formatted(plan.standIn()),
        plan.standIn() != 0);
    texts.put(
        String.format(
            Locale.ROOT,
            "%d clusters are few: prefer --se jackknife, and --se ri for the p-value",
            clusters),
        clusters < FEW && options.method().errors() != Errors.RI);
    texts.put(
        "cohorts %s lie in one cluster each: their errors show the comparison's variation alone"
            .formatted(found.cells().singleClusters()),
        !found.cells().singleClusters().isEmpty());
    texts.forEach(
        (text, holds) -> {
          if (holds) {
            warnings.add(text);
          }
        });
    errors.warnings().forEach(warnings::add);
    second.warning(found.aggregates().simple().overall()).ifPresent(warnings::add);
  }
}
