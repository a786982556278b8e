package org.evenhand.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.errors.UserException;
import org.evenhand.stats.statespace.LocalLevel;
import org.evenhand.stats.statespace.MaternCurve;
import org.evenhand.stats.statespace.StateSpace;

/**
 * Fixed variances of a filter, by name: sigma2_eps and sigma2_eta of a level; sigma2_eps, kappa2
 * and ell of a curve; a1 and p1, mean and variance of the first level or of the curve's constant,
 * when it is not diffuse. Written as {@code name=value,...}, as plain numbers in that order, or as
 * a JSON file.
 */
public record FilterParameters(Map<String, Double> values) {
  private static final Set<String> START = Set.of("a1", "p1");
  private static final Map<String, String> SYNONYMS =
      Map.of("ell_weeks", "ell", "tau2", "p1", "mean", "a1", "mu", "a1");

  public FilterParameters {
    values = Map.copyOf(values);
  }

  /**
   * @throws UserException when the text holds no such parameters or one that is not known
   */
  public static FilterParameters parse(FilterOptions.Kind kind, String text) {
    Map<String, Double> values = new TreeMap<>();
    Optional<Path> file = file(text);
    if (file.isPresent()) {
      object(file.get())
          .properties()
          .forEach(entry -> put(kind, values, entry.getKey(), entry.getValue().asText()));
    } else {
      String[] parts = text.split(",", -1);
      List<String> names = needed(kind);
      for (int i = 0; i < parts.length; i++) {
        String[] sides = parts[i].split("=", 2);
        String name = sides.length == 2 || i >= names.size() ? sides[0] : names.get(i);
        put(kind, values, name, sides[sides.length - 1]);
      }
    }
    for (String name : needed(kind)) {
      if (!values.containsKey(name)) {
        throw UserException.usage(
            "Cannot filter with --params '%s': %s is missing. Give %s, or leave --params out to estimate them."
                .formatted(text, name, String.join(", ", needed(kind))));
      }
    }
    return new FilterParameters(values);
  }

  private static void put(
      FilterOptions.Kind kind, Map<String, Double> values, String written, String value) {
    String lower = written.strip().toLowerCase(Locale.ROOT);
    String name = SYNONYMS.getOrDefault(lower, lower);
    if (!needed(kind).contains(name) && !START.contains(name)) {
      throw UserException.usage(
          "Cannot filter with --params: '%s' is not known. Known are %s, a1 and p1."
              .formatted(written.strip(), String.join(", ", needed(kind))));
    }
    double number =
        Json.number(value.strip())
            .orElseThrow(
                () ->
                    UserException.usage(
                        "Cannot filter with --params: %s is '%s', no number. Correct it."
                            .formatted(name, value)));
    values.put(name, number);
  }

  private static Optional<Path> file(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static JsonNode object(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw UserException.usage(
          "Cannot read %s: it is no JSON. Correct the file named by --params.".formatted(file));
    }
  }

  private static List<String> needed(FilterOptions.Kind kind) {
    return switch (kind) {
      case LEVEL -> List.of("sigma2_eps", "sigma2_eta");
      case MATERN32 -> List.of("sigma2_eps", "kappa2", "ell");
    };
  }

  StateSpace model(FilterOptions.Kind kind) {
    return switch (kind) {
      case LEVEL -> new LocalLevel(of("sigma2_eps"), of("sigma2_eta"), start());
      case MATERN32 -> new MaternCurve(of("sigma2_eps"), of("kappa2"), of("ell"), start());
    };
  }

  private double of(String name) {
    return values.getOrDefault(name, Double.NaN);
  }

  private Optional<LocalLevel.Start> start() {
    return Optional.ofNullable(values.get("p1"))
        .map(variance -> new LocalLevel.Start(values.getOrDefault("a1", 0.0), variance));
  }
}
