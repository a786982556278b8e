package org.evenhand.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhand.report.ReportHeader;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.Grade;
import org.evenhand.report.facts.Verdict;
import org.evenhand.report.text.Print;
import org.evenhand.stats.Figure;

/** Every fact of one subject for machines: the same numbers as on the page, unrounded. */
public final class Packet {
  private static final String HEADER =
      "fact_id,measure,dimension,period,value,low,high,confidence,n,n_unit,unit,grade,verdict,state,reason,query,printed";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Packet() {}

  /** One line per fact, RFC 4180, formulae made harmless. */
  public static byte[] csv(List<Fact> facts) {
    String lines =
        facts.stream()
            .map(fact -> String.join(",", cells(fact).stream().map(Packet::cell).toList()))
            .collect(Collectors.joining("\r\n"));
    return (HEADER + "\r\n" + lines + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** One object with the header of the report and a list of facts. */
  public static byte[] json(ReportHeader header, List<Fact> facts) {
    ObjectNode root = JSON.createObjectNode();
    root.put("quarter", header.quarter());
    root.put("as_of", header.asOf().toString());
    root.put("edition", header.origin().edition());
    root.put("status", header.status().toString());
    ArrayNode array = root.putArray("facts");
    List<String> names = List.of(HEADER.split(","));
    for (Fact fact : facts) {
      ObjectNode node = array.addObject();
      List<String> cells = cells(fact);
      for (int i = 0; i < names.size(); i++) {
        node.put(names.get(i), cells.get(i));
      }
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of texts is always JSON", e);
    }
  }

  private static List<String> cells(Fact fact) {
    boolean known = fact.figure() instanceof Figure.Known;
    Figure.Known number =
        fact.figure() instanceof Figure.Known found ? found : new Figure.Known(0, 0, 0, 0);
    boolean interval = fact.hasInterval();
    return List.of(
        fact.id(),
        fact.key().measure(),
        fact.key().dimension(),
        fact.key().period(),
        known ? Double.toString(number.value()) : "",
        known ? Double.toString(number.low()) : "",
        known ? Double.toString(number.high()) : "",
        interval ? Double.toString(fact.evidence().confidence()) : "",
        known ? Long.toString(number.n()) : "",
        fact.evidence().nUnit(),
        fact.evidence().unit(),
        fact.evidence().grade() == Grade.NONE ? "" : fact.evidence().grade().name(),
        fact.verdict() == Verdict.NONE ? "" : fact.verdict().name(),
        known ? "KNOWN" : Print.state(fact),
        fact.reason(),
        fact.query(),
        Print.full(fact));
  }

  private static String cell(String text) {
    String harmless = text.matches("^[=@\\t\\r].*") ? "'" + text : text;
    return harmless.matches("(?s).*[\",\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
