package org.evenhand.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.schema.Policies;
import org.evenhand.schema.SkillPolicies;
import org.evenhand.table.Edition;
import org.junit.jupiter.api.Test;

/** The framework as rows: quarter, edition, then the columns of gold.skill in order. */
class SkillDimensionTest {
  private static final List<Row> ROWS =
      SkillDimension.rows(new Edition("2026Q3", "edition1"), SkillPolicies.of(Policies.bundled()));

  @Test
  void skillOfSeveralFamiliesHasARowForEach() {
    assertThat(ROWS.stream().filter(row -> row.getString(2).equals("SK-PIPELINE")))
        .extracting(row -> row.getString(3))
        .containsExactly("AE", "MANAGER");
    assertThat(ROWS).hasSize(62);
  }

  @Test
  void codesAreThereOrSaidToBeMissing() {
    Row row = row("SK-NEGOTIATION", "AE");
    assertThat(row.getString(6)).isEqualTo("2.B.1.d");
    assertThat(row.isNullAt(5)).isTrue();
    assertThat(row.getString(9))
        .isEqualTo("esco: not mapped; lightcast: not mapped; sfia: not mapped");
  }

  @Test
  void levelIsRequiredWhereTheTargetsSaySo() {
    assertThat(row("SK-NEGOTIATION", "AE").getDouble(13)).isEqualTo(-0.5);
    assertThat(row("SK-NEGOTIATION", "AE").getDouble(14)).isEqualTo(0.05);
    assertThat(row("SK-NEGOTIATION", "SUPPORT").isNullAt(13)).isTrue();
  }

  private static Row row(String skill, String family) {
    return ROWS.stream()
        .filter(row -> row.getString(2).equals(skill) && row.getString(3).equals(family))
        .findFirst()
        .orElseThrow();
  }
}
