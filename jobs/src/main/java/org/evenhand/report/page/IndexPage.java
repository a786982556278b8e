package org.evenhand.report.page;

import java.util.List;
import org.evenhand.report.Artefact;

/** All artefacts of a quarter, by who may read them. */
public record IndexPage(List<Group> groups) {

  /** Artefacts of one audience. */
  public record Group(String title, List<Artefact> artefacts) {}

  /** Groups in the order company, data owners, managers, reps. */
  public static IndexPage of(List<Artefact> artefacts) {
    return new IndexPage(
        List.of(
            group("For executives", "EXE", artefacts),
            group("For HR analytics and data owners", "HYG", artefacts),
            group("For the manager of each team", "MGR", artefacts),
            group("For each rep: their own page and data", "REP", artefacts)));
  }

  private static Group group(String title, String kind, List<Artefact> artefacts) {
    return new Group(
        title, artefacts.stream().filter(artefact -> artefact.kind().equals(kind)).toList());
  }
}
