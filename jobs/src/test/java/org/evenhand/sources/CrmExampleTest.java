package org.evenhand.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.evenhand.schema.Mappings;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The four CRM files nobody here made, read by mapping files alone. */
@ExtendWith(SparkExtension.class)
class CrmExampleTest {
  private static final Path FILES = Path.of("..", "..", "shared", "data", "maven_crm");
  private final SparkSession session;

  CrmExampleTest(SparkSession session) {
    this.session = session;
  }

  @BeforeEach
  void onlyWhereTheReferenceFilesLie() {
    assumeTrue(Files.isDirectory(FILES), "reference files are not in this checkout");
  }

  @Test
  void everyRowLandsWithThePublishedCountsByStage() throws IOException {
    List<String> deals = lines("sales_pipeline");
    JsonNode stages = expected().get("deal_stage");

    assertThat(deals).hasSize(8800).noneMatch(line -> line.contains("REJECTED"));
    stages
        .fieldNames()
        .forEachRemaining(
            stage ->
                assertThat(deals.stream().filter(line -> line.contains("| stage=" + stage + " |")))
                    .hasSize(stages.get(stage).asInt()));
  }

  @Test
  void wonValueIsThePublishedTotal() throws IOException {
    BigDecimal won =
        values(
                lines("sales_pipeline").stream().filter(l -> l.contains("stage_class=WON")),
                "amount")
            .map(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(won).isEqualByComparingTo(expected().get("won_value_total").decimalValue());
  }

  @Test
  void blankValuesAndDatesStayUnknown() throws IOException {
    List<String> deals = lines("sales_pipeline");

    assertThat(deals.stream().filter(l -> !l.contains("amount="))).hasSize(2089);
    assertThat(deals.stream().filter(l -> !l.contains("account_id="))).hasSize(1425);
    assertThat(deals.stream().filter(l -> !l.contains("created_at="))).hasSize(500);
  }

  @Test
  void agentsWithoutDealsAreWorkersAllTheSame() throws IOException {
    Set<String> selling =
        new TreeSet<>(values(lines("sales_pipeline").stream(), "owner_user_id").toList());
    Set<String> employed =
        new TreeSet<>(values(lines("sales_teams").stream(), "worker_id").toList());

    assertThat(selling).hasSize(expected().get("agents_in_pipeline").asInt());
    assertThat(employed).hasSize(expected().get("agents_in_teams").asInt()).containsAll(selling);
  }

  private List<String> lines(String object) throws IOException {
    return LandedText.of(session, Mappings.bundled().get("crm-csv-example/" + object), FILES)
        .lines()
        .toList();
  }

  private static Stream<String> values(Stream<String> lines, String column) {
    Pattern pattern = Pattern.compile("[ :]" + column + "=(.+?)(?: \\||$)");
    return lines.map(pattern::matcher).filter(Matcher::find).map(matcher -> matcher.group(1));
  }

  private static JsonNode expected() throws IOException {
    return new ObjectMapper().readTree(FILES.resolve("expected.json").toFile()).get("checks");
  }
}
