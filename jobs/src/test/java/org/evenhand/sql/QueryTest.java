package org.evenhand.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.errors.UserException;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
final class QueryTest {
  private final SparkSession session;
  private Query hr;

  QueryTest(SparkSession session) {
    this.session = session;
  }

  @BeforeEach
  void publishTwoTeams() {
    hr = new Query(session, Map.of("rep_week", repWeek()), Role.HR, 5);
  }

  @Test
  void aGroupOfFewPeopleIsWithheld() {
    List<Row> rows =
        hr.ask("SELECT team, sum(hours) AS hours FROM rep_week GROUP BY team").collectAsList();

    assertThat(rows).extracting(row -> row.getString(0)).containsExactly("large");
  }

  @Test
  void peopleAreCountedOnceHoweverManyRowsTheyHave() {
    List<Row> rows =
        hr.ask(
                "SELECT count(*) FROM rep_week JOIN (SELECT explode(sequence(1, 9))) WHERE team = 'small'")
            .collectAsList();

    assertThat(rows).isEmpty();
  }

  @Test
  void aSubqueryThatHidesThePeopleIsRefused() {
    assertThatThrownBy(
            () ->
                hr.ask(
                    "SELECT team, sum(hours) FROM (SELECT team, hours FROM rep_week) GROUP BY team"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Keep rep_key in the inner select");
  }

  @Test
  void theAuditorSeesFullCells() {
    Query audit = new Query(session, Map.of("rep_week", repWeek()), Role.AUDIT, 5);

    assertThat(audit.ask("SELECT team FROM rep_week GROUP BY team").collectAsList()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE rep_week",
        "INSERT INTO rep_week VALUES (1)",
        "SET spark.sql.ansi.enabled=false",
        "SELECT * FROM parquet.`/etc`",
        "SELECT * FROM csv.`file:///etc/passwd`",
        "SELECT (SELECT max(value) FROM text.`/etc/passwd`) FROM rep_week",
        "WITH x AS (SELECT * FROM secret) SELECT * FROM x",
        "SELECT reflect('java.lang.System', 'exit', 1) FROM rep_week",
        "SELECT * FROM range(10)",
        "CREATE TEMP VIEW v AS SELECT 1",
        "EXPLAIN SELECT * FROM rep_week"
      })
  void whateverIsNotASelectOverPublishedViewsIsRefused(String sql) {
    assertThatThrownBy(() -> hr.ask(sql))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("Cannot ");
  }

  @Test
  void aWrongColumnIsAnsweredWithoutAStackTrace() {
    assertThatThrownBy(() -> hr.ask("SELECT wages FROM rep_week"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("wages");
  }

  @Test
  void commonTableExpressionsMayBeUsed() {
    assertThat(
            hr.ask("WITH big AS (SELECT * FROM rep_week WHERE team = 'large') SELECT * FROM big")
                .collectAsList())
        .hasSize(6);
  }

  @Test
  void csvNeutralisesFormulas() {
    StringWriter text = new StringWriter();
    List<Row> rows = session.sql("SELECT '=1+1' AS a, -2.5 AS b, 'x,\"y\"' AS c").collectAsList();
    new Answer(List.of("a", "b", "c"), rows).print(Answer.Format.CSV, new PrintWriter(text, true));

    assertThat(text.toString()).isEqualTo("a,b,c\n'=1+1,-2.5,\"x,\"\"y\"\"\"\n");
  }

  private Dataset<Row> repWeek() {
    return session.sql(
        "SELECT id AS rep_key, IF(id < 6, 'large', 'small') AS team, 1.5D AS hours FROM range(10)");
  }
}
