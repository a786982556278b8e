package org.evenhand.panel;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.evenhand.panel.Population.Member;
import org.evenhand.panel.RepWindow.Amount;
import org.evenhand.stats.Ratio;

/** Windows in which enough of a rep's weeks are known, looked up by rep and window. */
final class Observed {
  /** The measures of working time and tasks, each with the sums it is a ratio of. */
  static final Map<String, Function<RepWindow, Ratio.Sums>> MEASURES =
      Map.of(
          "non_selling_hours", window -> window.of(Amount.NON_SELLING_HOURS),
          "selling_hours", window -> window.of(Amount.SELLING_HOURS),
          "non_selling", window -> window.of(Amount.NON_SELLING_TASKS),
          "manual_crm_edits", window -> window.of(Amount.EDITS),
          "ai_assists", window -> window.of(Amount.ASSISTS),
          "selling_share", RepWindow::selling);

  private final Map<Long, Map<String, RepWindow>> windows;
  private final int minimumWeeks;

  Observed(Map<Long, Map<String, RepWindow>> windows, int minimumWeeks) {
    this.windows = windows;
    this.minimumWeeks = minimumWeeks;
  }

  /** Whether no activity of anybody is known in any window. */
  boolean nothing() {
    return windows.values().stream()
        .flatMap(byName -> byName.values().stream())
        .noneMatch(RepWindow::active);
  }

  static List<String> measures() {
    return MEASURES.keySet().stream().sorted().toList();
  }

  static Ratio.Sums sums(String measure, RepWindow window) {
    return Objects.requireNonNull(MEASURES.get(measure)).apply(window);
  }

  static Ratio.Pair pair(String measure, RepWindow window) {
    Ratio.Sums sums = sums(measure, window);
    return new Ratio.Pair(sums.y(), sums.x());
  }

  static List<Ratio.Pair> pairs(String measure, List<RepWindow> windows) {
    return windows.stream().map(window -> pair(measure, window)).toList();
  }

  Optional<RepWindow> find(Member member, String window) {
    return Optional.ofNullable(windows.getOrDefault(member.rep(), Map.of()).get(window))
        .filter(this::enough);
  }

  RepWindow get(Member member, String window) {
    return find(member, window).orElseThrow();
  }

  boolean known(Member member, String window) {
    return find(member, window).isPresent();
  }

  List<RepWindow> all(List<Member> members, String window) {
    return members.stream().flatMap(member -> find(member, window).stream()).toList();
  }

  /** Of everybody, also of people who are no longer reps of the quarter. */
  List<RepWindow> everybody(String window) {
    return windows.values().stream()
        .flatMap(byName -> Optional.ofNullable(byName.get(window)).stream())
        .filter(this::enough)
        .toList();
  }

  /** Before the AI start when anybody's weeks before it are known, else the quarter before. */
  Basis basis(List<Member> members, Setting setting) {
    return members.stream().anyMatch(member -> known(member, RepWindow.BEFORE))
        ? Basis.AI_START
        : Basis.previous(setting.previous());
  }

  /** Why nothing is known of a rep now. */
  String whyNot(Member member) {
    RepWindow window = windows.getOrDefault(member.rep(), Map.of()).get(RepWindow.NOW);
    if (window == null) {
      return "No worked week of yours is known in this quarter.";
    }
    return window.active()
        ? "%d worked weeks of yours are known in this quarter and %d are needed."
            .formatted(window.weeks(), minimumWeeks)
        : "No activity of yours was delivered for this quarter; that is not the same as none.";
  }

  private boolean enough(RepWindow window) {
    return window.active() && window.weeks() >= minimumWeeks;
  }
}
