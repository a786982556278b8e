package org.evenhand.skills;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldSkill;
import org.evenhand.table.columns.GoldSkillContribution;
import org.evenhand.table.columns.GoldSkillEstimate;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.Test;

/** Skills people have, as Open Badges 3.0. */
class OpenBadgeTest {
  private static final Instant NOW = Instant.parse("2026-10-05T00:00:00Z");

  @Test
  void onlySkillsAPersonHasBecomeBadges() {
    List<Badge> badges = badges();

    assertThat(badges).extracting(Badge::rep).containsExactly(1L);
    assertThat(badges).extracting(Badge::skillId).containsExactly("SK-A");
  }

  @Test
  void theStrongestEvidenceIsCited() {
    assertThat(badges().get(0).evidence())
        .extracting(Badge.Cited::id)
        .containsExactly("strong", "weak");
  }

  /** What the standard requires of an achievement credential. */
  @Test
  void aCredentialHasEveryRequiredField() {
    JsonNode badge = OpenBadge.of(badges().get(0), "Example Company");

    assertThat(names(badge))
        .contains("@context", "id", "type", "issuer", "validFrom", "credentialSubject");
    assertThat(badge.path("type").toString())
        .isEqualTo("[\"VerifiableCredential\",\"OpenBadgeCredential\"]");
    JsonNode achievement = badge.path("credentialSubject").path("achievement");
    assertThat(names(achievement)).contains("id", "type", "criteria", "description", "name");
    JsonNode alignments = achievement.path("alignment");
    assertThat(alignments).hasSize(2);
    for (JsonNode alignment : alignments) {
      assertThat(names(alignment)).contains("type", "targetName", "targetUrl");
    }
    assertThat(alignments.path(1).path("targetCode").asText()).isEqualTo("2.B.1.d");
    JsonNode result = badge.path("credentialSubject").path("result").path(0);
    assertThat(result.path("resultDescription").asText())
        .isEqualTo(achievement.path("resultDescription").path(0).path("id").asText());
    assertThat(result.path("value").asText()).isEqualTo("+0.60");
    assertThat(achievement.path("criteria").path("narrative").asText())
        .contains("interval +0.34 to +0.86", "the role asks for -0.30");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<Badge> badges() {
    List<Row> estimates =
        TextTable.rows(
            GoldSkillEstimate.TABLE,
            """
            rep_key | skill_id | family | data_value | standard_error | prior_mean | prior_se | required_level | verdict | recommend_suppress | state | n | sources | delta_12w | delta_12w_se | movement | watch_delta | watch_delta_se | earlier_p_decline | since_p_decline
            1 | SK-A | AE | 0.7 | 0.2 | 0.1 | 0.6 | -0.2 | HAS | false | KNOWN | 5 | 2 | 0 | 0.1 | NO_CLEAR_CHANGE | 0 | 0.1 | 0.1 | 0.1
            2 | SK-A | AE | 0.7 | 0.2 | 0.1 | 0.6 | -0.2 | HAS | true | KNOWN | 5 | 2 | 0 | 0.1 | NO_CLEAR_CHANGE | 0 | 0.1 | 0.1 | 0.1
            3 | SK-A | AE | -0.7 | 0.2 | 0.1 | 0.6 | -0.2 | LACKS | false | KNOWN | 5 | 2 | 0 | 0.1 | NO_CLEAR_CHANGE | 0 | 0.1 | 0.1 | 0.1
            """);
    List<Row> contributions =
        TextTable.rows(
            GoldSkillContribution.TABLE,
            """
            evidence_id | rep_key | skill_id | source_type | day | contribution | status
            weak | 1 | SK-A | PEER | 2026-08-01 | 0.1 | ACTIVE
            strong | 1 | SK-A | MANAGER | 2026-09-01 | 0.3 | ACTIVE
            """);
    List<Row> skills =
        TextTable.rows(
            GoldSkill.TABLE,
            """
            skill_id | family | cf_item_uri | onet_element_id | preferred_label | statement | framework_version
            SK-A | AE | urn:uuid:1 | 2.B.1.d | Negotiation | Reaches agreements. | 1.0.0
            """);
    return Badges.of(estimates, contributions, skills, NOW);
  }
}
