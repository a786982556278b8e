package org.evenhand.stats.did;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The reference case: employment in 500 counties, 2003 to 2007 (Callaway and Sant'Anna 2021). */
final class Counties {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "did_mpdta");

  private Counties() {}

  /** A county with its outcome by year. */
  record County(String id, int cohort, double population, Map<Integer, Double> outcome) {
    String state() {
      return Integer.toString(Integer.parseInt(id) / 1000);
    }

    /** Of a county observed in both years. */
    double change(Pair pair) {
      return outcome.getOrDefault(pair.time(), Double.NaN)
          - outcome.getOrDefault(pair.base(), Double.NaN);
    }

    String stratum() {
      return population < 2.5 ? "small" : population < 3.5 ? "middle" : "large";
    }
  }

  static JsonNode expected() {
    try {
      return new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<County> all() {
    Map<String, County> counties = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve("mpdta.csv"))) {
        if (line.startsWith("year")) {
          continue;
        }
        String[] cells = line.split(",", -1);
        counties
            .computeIfAbsent(
                cells[1],
                id ->
                    new County(
                        id,
                        Integer.parseInt(cells[4]),
                        Double.parseDouble(cells[2]),
                        new TreeMap<>()))
            .outcome()
            .put(Integer.parseInt(cells[0]), Double.parseDouble(cells[3]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ArrayList<>(counties.values());
  }

  static Plan plan(Design design, List<County> counties) {
    return Plan.of(
        design,
        new TreeSet<>(counties.stream().flatMap(c -> c.outcome().keySet().stream()).toList()),
        counties.stream().map(County::cohort).toList());
  }

  /** The sums of some counties, by cluster and stratum. */
  static Sums sums(
      Plan plan,
      List<County> counties,
      Function<County, String> cluster,
      Function<County, String> stratum) {
    Sums.Builder sums = Sums.builder(plan, counties.stream().map(cluster).toList());
    for (County county : counties) {
      sums.units(cluster.apply(county), county.cohort(), 1);
      for (Pair pair : plan.pairs()) {
        Double time = county.outcome().get(pair.time());
        Double base = county.outcome().get(pair.base());
        if (time != null && base != null) {
          sums.change(
              cluster.apply(county),
              county.cohort(),
              stratum.apply(county),
              pair,
              Change.of(time - base));
        }
      }
    }
    return sums.build();
  }
}
