package org.evenhand.skills;

import org.apache.spark.sql.Row;
import org.evenhand.stats.skills.Moments;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldSkillStall;

/** Stalls as rows of gold.skill_stall; the rep may see them at once, the manager later. */
record StallRows(AsOf asOf, int managerDelayDays, Edition edition) {

  Row of(Stalls.Named named) {
    Changed changed = named.changed();
    Moments watched = changed.watched();
    return new RowBuilder(GoldSkillStall.TABLE, edition)
        .set(GoldSkillStall.REP_KEY, changed.pair().rep())
        .set(GoldSkillStall.SKILL_ID, changed.pair().skill())
        .set(GoldSkillStall.KIND, named.kind().name())
        .maybe(GoldSkillStall.MANAGER_REP_KEY, changed.place().manager())
        .maybe(GoldSkillStall.TEAM_ID, changed.place().team())
        .set(GoldSkillStall.DELTA_12W, watched.mean())
        .set(GoldSkillStall.DELTA_12W_SE, watched.deviation())
        .set(GoldSkillStall.PROBABILITY, named.probability())
        .set(GoldSkillStall.LIST_ERROR, named.listError())
        .set(GoldSkillStall.REP_FROM, asOf.day())
        .set(GoldSkillStall.MANAGER_FROM, asOf.day().plusDays(managerDelayDays))
        .build();
  }
}
