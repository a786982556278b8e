package org.evenhand.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.report.FactMaker.company;

import org.evenhand.report.FactMaker;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.Verdict;
import org.junit.jupiter.api.Test;

final class PrintTest {
  private static final FactKey SAVED = company("time_saved", "change");

  @Test
  void aChangePrintsValueIntervalSampleAndGrade() {
    Fact fact = change(SAVED, "hours/week", 1.8, 0.9, 2.6);

    assertThat(Print.full(fact))
        .isEqualTo("+1.8 h/week (90 % CI +0.9 to +2.6; n = 41 reps; grade B)");
  }

  @Test
  void theFourStatesWithoutANumberAndZeroPrintInFiveWays() {
    FactKey key = company("won_count", "now");
    FactSet zero = new FactMaker().count(key, "count", 0, "", "").set();
    FactSet suppressed = new FactMaker().suppressed(key, "count", "Fewer than five.").set();
    FactSet undefined = new FactMaker().undefined(key, "count", "No decided deals.").set();
    FactSet missing = new FactMaker().notMeasured(key, "count", "No file.").set();
    FactSet absent = new FactMaker().set();

    assertThat(
            java.util.stream.Stream.of(zero, suppressed, undefined, missing, absent)
                .map(facts -> Print.full(facts.get(key))))
        .containsExactly(
            "0",
            "suppressed to protect people",
            "not enough data",
            "not measured",
            "not applicable");
  }

  @Test
  void sharesPrintAsPerCentAndTheirChangeAsPoints() {
    FactKey now = company("conversion", "now");
    FactKey change = company("conversion", "change");

    assertThat(Print.value(measured(now, "share", 0.3412, 0.31, 0.37))).isEqualTo("34.1 %");
    assertThat(Print.full(change(change, "share", -0.012, -0.03, 0.006)))
        .isEqualTo("−1.2 points (90 % CI −3.0 to +0.6; n = 41 reps; grade B)");
  }

  @Test
  void aShareJustBelowAllIsNeverRoundedToAll() {
    Fact fact = measured(company("completeness", "now"), "share", 0.99996, 0.99996, 0.99996);

    assertThat(Print.value(fact)).isEqualTo("over 99.9 %");
  }

  @Test
  void moneyCarriesItsCurrencyAndThousandsAreGrouped() {
    FactKey key = new FactKey(Subject.COMPANY, "commission", "USD", "now");

    assertThat(Print.value(measured(key, "USD", 12345.6, 11000, 13000))).isEqualTo("USD 12,346");
  }

  @Test
  void aValueThatRoundsToZeroHasNoSign() {
    assertThat(Print.value(change(SAVED, "hours/week", -0.04, -1, 1))).isEqualTo("0.0 h/week");
  }

  @Test
  void levelsOfSkillsCarryASignAndTwoDecimals() {
    FactKey key = new FactKey(Subject.rep("7"), "skill_level", "SK-CLOSING", "now");

    assertThat(Print.value(measured(key, "points", 0.414, 0.1, 0.7))).isEqualTo("+0.41 points");
  }

  @Test
  void aUnitThatSaysWhatIsCountedIsNotRepeatedBehindTheNumber() {
    FactKey key = company("skill_evidence", "now");

    assertThat(Print.value(measured(key, "items", 2210, 2210, 2210))).isEqualTo("2,210");
  }

  @Test
  void aSingleRepIsNotPlural() {
    Fact fact =
        new FactMaker()
            .change(SAVED, "hours/week", 1, 0, 2, 1, Verdict.CANNOT_TELL)
            .set()
            .get(SAVED);

    assertThat(Print.sample(fact)).isEqualTo("n = 1 rep");
  }

  private static Fact change(FactKey key, String unit, double value, double low, double high) {
    return new FactMaker().change(key, unit, value, low, high, 41, Verdict.IMPROVED).set().get(key);
  }

  private static Fact measured(FactKey key, String unit, double value, double low, double high) {
    return new FactMaker().measured(key, unit, value, low, high, 41).set().get(key);
  }
}
