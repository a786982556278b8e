package org.evenhand.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.SubjectKind;
import org.evenhand.report.page.BriefPage;
import org.evenhand.report.page.ExePage;
import org.evenhand.report.page.Frame;
import org.evenhand.report.page.HygPage;
import org.evenhand.report.page.IndexPage;
import org.evenhand.report.page.Packet;
import org.evenhand.report.page.RepPage;
import org.evenhand.report.page.Texts;
import org.evenhand.report.print.OutputFolder;
import org.evenhand.report.print.Pages;
import org.evenhand.report.print.Pdf;
import org.evenhand.report.print.Styles;
import org.evenhand.schema.Policies;

/** All artefacts of one edition from its facts: equal facts and header give equal bytes. */
public final class Reports {
  private static final int EXE_SHEETS = 7;
  private static final int HYG_SHEETS = 3;
  private static final int REP_SHEETS = 4;
  private static final int MGR_SHEETS = 3;
  private final FactSet facts;
  private final ReportHeader header;
  private final Catalogue catalogue;
  private final Texts texts;
  private final OutputFolder folder;
  private final Pages pages = new Pages();
  private final Frame.Look screen = Styles.screen();
  private final Frame.Look paper = Styles.paper();

  private Reports(FactSet facts, ReportHeader header, Policies policies, OutputFolder folder) {
    this.facts = facts;
    this.header = header;
    this.catalogue = new Catalogue(policies.get("measures"));
    this.texts = new Texts(policies.get("report_texts"), policies.get("skills/framework"));
    this.folder = folder;
  }

  /**
   * Writes all artefacts of a quarter and removes those of an earlier run that are no longer made.
   *
   * @param directory of the quarter
   * @return what was written, the index last
   */
  public static List<Artefact> render(
      FactSet facts, ReportHeader header, Policies policies, Path directory) {
    OutputFolder folder = new OutputFolder(directory);
    List<Artefact> artefacts = new Reports(facts, header, policies, folder).all();
    folder.finish(header.status().kind().name(), artefacts);
    return artefacts;
  }

  private List<Artefact> all() {
    List<Supplier<List<Artefact>>> tasks = new ArrayList<>();
    tasks.add(executive());
    tasks.add(hygiene());
    facts.subjects(SubjectKind.TEAM).forEach(team -> tasks.add(() -> brief(team)));
    facts.subjects(SubjectKind.REP).forEach(rep -> tasks.add(() -> rep(rep)));
    List<Artefact> artefacts =
        new ArrayList<>(tasks.parallelStream().flatMap(task -> task.get().stream()).toList());
    artefacts.add(index(artefacts));
    return List.copyOf(artefacts);
  }

  private Supplier<List<Artefact>> executive() {
    ExePage page = ExePage.of(facts, catalogue, texts, header.day());
    Frame frame = frame("Executive quarterly", "EXE", EXE_SHEETS);
    Map<String, Object> parameters = Map.of("page", page, "texts", texts);
    return () -> document("exe.jte", "executives/executive-report", frame, parameters);
  }

  private Supplier<List<Artefact>> hygiene() {
    HygPage page = HygPage.of(facts, catalogue, texts, header.day());
    Frame frame = frame("Data completeness and hygiene", "HYG", HYG_SHEETS);
    return () -> document("hyg.jte", "data-owners/data-hygiene", frame, Map.of("page", page));
  }

  private List<Artefact> brief(Subject team) {
    BriefPage page = BriefPage.of(facts, catalogue, texts, team);
    Frame frame = frame("Team brief", "MGR", page.withheld().isPresent() ? 1 : MGR_SHEETS);
    String path = "managers/" + OutputFolder.name(team.id()) + "/team-brief";
    return document("mgr.jte", path, frame, Map.of("page", page));
  }

  private List<Artefact> rep(Subject rep) {
    String place = "reps/" + rep.id() + "/";
    String audience = texts.use("REP").audience();
    List<Artefact> packet =
        List.of(
            folder.write("PACKET", place + "facts.csv", audience, 0, Packet.csv(facts.of(rep))),
            folder.write(
                "PACKET", place + "facts.json", audience, 0, Packet.json(header, facts.of(rep))));
    Frame frame = frame("Show me", "REP", REP_SHEETS);
    Map<String, Object> parameters =
        Map.of("page", RepPage.of(facts, catalogue, texts, rep), "packet", packet);
    List<Artefact> written = new ArrayList<>();
    written.add(screen("rep.jte", place + "show-me", frame, parameters));
    written.addAll(packet);
    return written;
  }

  private Artefact index(List<Artefact> artefacts) {
    Frame frame = frame("Index", "INDEX", 1);
    return screen("index.jte", "index", frame, Map.of("page", IndexPage.of(artefacts)));
  }

  private List<Artefact> document(
      String template, String path, Frame frame, Map<String, Object> parameters) {
    return List.of(
        screen(template, path, frame, parameters), paper(template, path, frame, parameters));
  }

  private Artefact screen(
      String template, String path, Frame frame, Map<String, Object> parameters) {
    String html = html(template, frame.dressed(screen), parameters);
    return folder.write(kind(template), path + ".html", frame, frame.pages(), html);
  }

  private Artefact paper(
      String template, String path, Frame frame, Map<String, Object> parameters) {
    Pdf.Document document = Pdf.of(html(template, frame.dressed(paper), parameters), header.asOf());
    return folder.write(
        kind(template), path + ".pdf", frame.use().audience(), document.pages(), document.bytes());
  }

  private String html(String template, Frame frame, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("frame", frame);
    return pages.html(template, all);
  }

  private Frame frame(String title, String kind, int sheets) {
    return new Frame(title, texts.use(kind), header, screen, sheets);
  }

  private static String kind(String template) {
    return template.replace(".jte", "").toUpperCase(java.util.Locale.ROOT);
  }
}
