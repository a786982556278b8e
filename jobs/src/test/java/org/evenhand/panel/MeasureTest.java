package org.evenhand.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.evenhand.schema.Policies;
import org.evenhand.stats.Figure;
import org.junit.jupiter.api.Test;

class MeasureTest {
  private static final Map<String, Measure> CATALOGUE = Measure.catalogue(Policies.bundled());

  /** S1-01: every measure has a definition for every role family, or says why not. */
  @Test
  void measureByRoleHasNoEmptyCell() {
    CATALOGUE
        .values()
        .forEach(
            measure -> {
              for (String role : Roles.FAMILIES) {
                boolean said =
                    !measure.roles().path("*").asText().isBlank()
                        || !measure.roles().path(role).asText().isBlank()
                        || measure.notApplicable(role).filter(why -> !why.isBlank()).isPresent();
                assertThat(said).as(measure.key() + " for " + role).isTrue();
              }
            });
  }

  @Test
  void theFourPrerequisitesAreInTheCatalogue() {
    assertThat(CATALOGUE).containsKeys("time_saved", "conversion", "non_selling", "commission");
  }

  @Test
  void verdictFollowsTheInterval() {
    Measure up = measure("time_saved");
    assertThat(Verdict.of(up, known(2, 1, 3))).isEqualTo(Verdict.IMPROVED);
    assertThat(Verdict.of(up, known(-2, -3, -1))).isEqualTo(Verdict.GOT_WORSE);
    assertThat(Verdict.of(up, known(0.1, -0.5, 0.7))).isEqualTo(Verdict.NO_CLEAR_CHANGE);
    assertThat(Verdict.of(up, known(0.1, -5, 5.2))).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(Verdict.of(up, new Figure.Undefined("none"))).isEqualTo(Verdict.CANNOT_TELL);
  }

  /** Fewer non-selling tasks are better: the same interval, the other verdict. */
  @Test
  void lessIsBetterWhereTheCatalogueSaysSo() {
    assertThat(Verdict.of(measure("non_selling"), known(-2, -3, -1))).isEqualTo(Verdict.IMPROVED);
  }

  /** One quarter against another is exact and proves nothing. */
  @Test
  void anExactChangeCarriesNoVerdict() {
    assertThat(Verdict.of(measure("commission"), known(500, 500, 500)))
        .isEqualTo(Verdict.CANNOT_TELL);
  }

  /** A rep's own hours are a mean over weeks; a group's, and those of reps like them, over reps. */
  @Test
  void theSampleOfOneRepIsCountedInWeeks() {
    Measure hours = measure("selling_hours");
    assertThat(hours.nUnit()).isEqualTo("reps");
    assertThat(hours.ownUnit()).isEqualTo("weeks");
    assertThat(measure("conversion").ownUnit()).isEqualTo("deals");
    assertThat(key(Subject.rep(1), "now").isOfOneRep()).isTrue();
    assertThat(key(Subject.rep(1), "comparable").isOfOneRep()).isFalse();
    assertThat(key(Subject.team("T1"), "now").isOfOneRep()).isFalse();
  }

  private static Result.Key key(Subject subject, String period) {
    return new Result.Key(subject, "selling_hours", "", period);
  }

  private static Measure measure(String key) {
    return Objects.requireNonNull(CATALOGUE.get(key));
  }

  private static Figure known(double value, double low, double high) {
    return new Figure.Known(value, low, high, 10);
  }
}
