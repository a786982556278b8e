package org.evenhand.skills;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.skills.FigureRows.Reading;
import org.evenhand.skills.FigureRows.Subject;
import org.evenhand.skills.FigureRows.What;
import org.evenhand.stats.Figure;
import org.evenhand.table.columns.GoldSkillCalibration;
import org.evenhand.table.columns.GoldSkillParameter;

/** Skills moved, stalls and their back-test, and what the inference rests on. */
record CompanyFigures(FigureRows rows, Subject company) {

  /** Pairs moved beyond noise, by direction. */
  void moved(List<Changed> all) {
    for (Movement direction : Movement.values()) {
      long count = all.stream().filter(one -> one.movement() == direction).count();
      rows.add(
          company,
          What.of("skill_moved", direction),
          new Figure.Known(count, count, count, all.size()),
          Reading.count("skills of people"));
    }
  }

  void stalls(List<Stalled> named, Figure precision, Figure lead) {
    rows.add(company, What.of("skill_stalls"), Figure.count(named.size()), Reading.count("skills"));
    rows.add(company, What.of("stall_precision"), precision, Reading.count("skills").per("share"));
    rows.add(company, What.of("stall_lead"), lead, Reading.count("skills").per("weeks"));
  }

  /** What the gate measured and asked for. */
  void calibration(List<Row> checks) {
    for (Row check : checks) {
      What what =
          What.of(
              "skill_calibration",
              GoldSkillCalibration.CHECK_NAME.text(check),
              GoldSkillCalibration.SUBSET.text(check));
      rows.add(
          company,
          what,
          measured(check),
          Reading.count(FigureRows.ITEMS).per(unit(check)).because(said(check)));
    }
  }

  private static String unit(Row check) {
    return switch (Check.valueOf(GoldSkillCalibration.CHECK_NAME.text(check))) {
      case MEAN_Z, DEVIATION_Z, ALARM -> "ratio";
      default -> "share";
    };
  }

  private static Figure measured(Row check) {
    if (GoldSkillCalibration.VALUE.isNull(check)) {
      return new Figure.Undefined(said(check).orElse("Nothing to measure."));
    }
    double value = GoldSkillCalibration.VALUE.real(check);
    return new Figure.Known(
        value,
        GoldSkillCalibration.LOW.isNull(check) ? value : GoldSkillCalibration.LOW.real(check),
        GoldSkillCalibration.HIGH.isNull(check) ? value : GoldSkillCalibration.HIGH.real(check),
        GoldSkillCalibration.N.whole(check));
  }

  private static Optional<String> said(Row check) {
    String verdict =
        switch (GoldSkillCalibration.VERDICT.text(check)) {
          case "PASS" -> "Passes.";
          case "FAIL" -> "Fails.";
          case "TOO_FEW" -> "Too few items to tell.";
          default -> "Reported; nothing depends on it.";
        };
    return Optional.of(
        GoldSkillCalibration.REASON.isNull(check)
            ? verdict
            : GoldSkillCalibration.REASON.text(check));
  }

  /** Evidence by source, and what was left out by reason. */
  void evidence(List<Row> counted) {
    for (Row row : counted) {
      long count = row.getLong(2);
      String measure = row.isNullAt(1) ? "skill_evidence" : "skill_evidence_left_out";
      String dimension = row.isNullAt(1) ? row.getString(0) : row.getString(1);
      rows.add(company, What.of(measure, dimension), Figure.count(count), Reading.count("items"));
    }
  }

  void raters(List<Row> parameters) {
    long told = parameters.stream().filter(CompanyFigures::isSeparable).count();
    long all = parameters.stream().filter(ParameterKind.RATER::is).count();
    rows.add(
        company, What.of("skill_raters", "separable"), Figure.count(told), Reading.count("raters"));
    rows.add(
        company,
        What.of("skill_raters", "not_separable"),
        Figure.count(all - told),
        Reading.count("raters"));
  }

  private static boolean isSeparable(Row row) {
    return ParameterKind.RATER.is(row) && GoldSkillParameter.REASON.isNull(row);
  }
}
