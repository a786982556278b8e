package org.evenhand.skills;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Quantiles;
import org.evenhand.table.Column;
import org.evenhand.table.columns.GoldSkill;

/**
 * A badge as an achievement credential of 1EdTech Open Badges 3.0: achievement with its alignments,
 * result with the interval in words, evidence by id. It carries no proof: whoever gives it signs
 * it. The person is a pseudonym, as everywhere.
 */
public final class OpenBadge {
  private static final double CONFIDENCE = 0.8;
  private static final String RESULT = "urn:evenhand:result:level";

  private OpenBadge() {}

  /**
   * @param issuer name of who gives it
   */
  public static ObjectNode of(Badge badge, String issuer) {
    ObjectNode credential = JsonNodeFactory.instance.objectNode();
    credential
        .putArray("@context")
        .add("https://www.w3.org/ns/credentials/v2")
        .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
    credential.put("id", id(badge));
    types(credential, "VerifiableCredential", "OpenBadgeCredential");
    credential.put("name", GoldSkill.PREFERRED_LABEL.text(badge.skill()));
    ObjectNode from = credential.putObject("issuer");
    from.put("id", "urn:evenhand:issuer");
    types(from, "Profile");
    from.put("name", issuer);
    credential.put("validFrom", badge.issued().toString());
    subject(credential.putObject("credentialSubject"), badge);
    evidence(credential.putArray("evidence"), badge);
    return credential;
  }

  private static String id(Badge badge) {
    return "urn:evenhand:badge:%d:%s:%s"
        .formatted(badge.rep(), badge.skillId(), badge.paramVersion());
  }

  private static void types(ObjectNode node, String... names) {
    ArrayNode types = node.putArray("type");
    for (String name : names) {
      types.add(name);
    }
  }

  private static void subject(ObjectNode subject, Badge badge) {
    types(subject, "AchievementSubject");
    ObjectNode identity = subject.putArray("identifier").addObject();
    identity.put("type", "IdentityObject");
    identity.put("identityHash", Long.toString(badge.rep()));
    identity.put("identityType", "identifier");
    identity.put("hashed", false);
    achievement(subject.putObject("achievement"), badge);
    ObjectNode result = subject.putArray("result").addObject();
    types(result, "Result");
    result.put("resultDescription", RESULT);
    result.put("value", number(badge.level().reached().mean()));
  }

  private static void achievement(ObjectNode achievement, Badge badge) {
    Row skill = badge.skill();
    achievement.put("id", GoldSkill.CF_ITEM_URI.text(skill));
    types(achievement, "Achievement");
    achievement.put("achievementType", "Competency");
    achievement.put("name", GoldSkill.PREFERRED_LABEL.text(skill));
    achievement.put("description", GoldSkill.STATEMENT.text(skill));
    achievement.putObject("criteria").put("narrative", narrative(badge));
    ObjectNode result = achievement.putArray("resultDescription").addObject();
    result.put("id", RESULT);
    types(result, "ResultDescription");
    result.put("name", "Level, in points from the average of the job family");
    result.put("resultType", "ScaledScore");
    result.put("requiredValue", number(badge.level().required()));
    alignments(achievement, skill);
  }

  private static String narrative(Badge badge) {
    double margin = Quantiles.normal(CONFIDENCE) * badge.level().reached().deviation();
    double mean = badge.level().reached().mean();
    return "Level %s points from the average of the job family, %.0f %% interval %s to %s; the role asks for %s. Inferred from evidence of several sources, raters' severity taken off."
        .formatted(
            number(mean),
            100 * CONFIDENCE,
            number(mean - margin),
            number(mean + margin),
            number(badge.level().required()));
  }

  private static void alignments(ObjectNode achievement, Row skill) {
    ArrayNode alignments = achievement.putArray("alignment");
    alignment(
        alignments,
        skill,
        GoldSkill.CF_ITEM_URI.text(skill),
        GoldSkill.SKILL_ID.text(skill),
        "Evenhand skills " + GoldSkill.FRAMEWORK_VERSION.text(skill));
    coded(alignments, skill, GoldSkill.ESCO_CONCEPT_URI, "", "ESCO");
    coded(
        alignments,
        skill,
        GoldSkill.ONET_ELEMENT_ID,
        "https://www.onetcenter.org/content.html/",
        "O*NET Content Model");
    coded(alignments, skill, GoldSkill.LIGHTCAST_ID, "urn:lightcast:", "Lightcast Open Skills");
    coded(alignments, skill, GoldSkill.SFIA_CODE, "urn:sfia:", "SFIA");
  }

  private static void coded(
      ArrayNode alignments, Row skill, Column code, String prefix, String framework) {
    if (!code.isNull(skill)) {
      alignment(alignments, skill, prefix + code.text(skill), code.text(skill), framework);
    }
  }

  private static void alignment(
      ArrayNode alignments, Row skill, String url, String code, String framework) {
    ObjectNode alignment = alignments.addObject();
    types(alignment, "Alignment");
    alignment.put("targetName", GoldSkill.PREFERRED_LABEL.text(skill));
    alignment.put("targetUrl", url);
    alignment.put("targetCode", code);
    alignment.put("targetFramework", framework);
    alignment.put("targetType", "CFItem");
  }

  private static void evidence(ArrayNode evidence, Badge badge) {
    for (Badge.Cited cited : badge.evidence()) {
      ObjectNode node = evidence.addObject();
      node.put("id", "urn:evenhand:evidence:" + cited.id());
      types(node, "Evidence");
      node.put("name", "Evidence of " + cited.day());
      node.put("genre", cited.source().toLowerCase(Locale.ROOT));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%+.2f", value);
  }
}
