package org.evenhand.report.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Prerequisites;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.Verdict;

/** At most three decisions asked of the reader, each following from facts by rule. */
final class Requests {
  private static final int MOST = 3;
  private final FactSet facts;
  private final Catalogue catalogue;
  private final Texts texts;
  private final LocalDate day;

  private Requests(FactSet facts, Catalogue catalogue, Texts texts, LocalDate day) {
    this.facts = facts;
    this.catalogue = catalogue;
    this.texts = texts;
    this.day = day;
  }

  static List<Texts.Decision> of(FactSet facts, Catalogue catalogue, Texts texts, LocalDate day) {
    return new Requests(facts, catalogue, texts, day).inOrder();
  }

  private List<Texts.Decision> inOrder() {
    List<Texts.Decision> requests = new ArrayList<>();
    List<String> worse = titles(Verdict.GOT_WORSE);
    if (!worse.isEmpty()) {
      requests.add(texts.decision("redesign", day, worse));
    }
    boolean allImproved = titles(Verdict.IMPROVED).size() == Catalogue.PREREQUISITES.size();
    requests.add(texts.decision(allImproved ? "confirm" : "hold", day, List.of()));
    Fact missing = facts.get(Subject.COMPANY, "sources_missing", "all");
    if (missing.count() > 0) {
      requests.add(texts.decision("sources", day, List.of(missing.reason())));
    }
    List<String> gaps = gaps();
    if (!gaps.isEmpty()) {
      requests.add(texts.decision("gaps", day, gaps));
    }
    return List.copyOf(requests.subList(0, Math.min(MOST, requests.size())));
  }

  private List<String> titles(Verdict verdict) {
    return Prerequisites.changes(facts, Subject.COMPANY).stream()
        .filter(fact -> fact.verdict() == verdict)
        .map(fact -> catalogue.title(fact.key().measure()))
        .toList();
  }

  private List<String> gaps() {
    return facts.of(Subject.COMPANY, "reps_without_figure").stream()
        .filter(fact -> fact.count() > 0)
        .map(fact -> catalogue.title(fact.key().dimension()))
        .toList();
  }
}
