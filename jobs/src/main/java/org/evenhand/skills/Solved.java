package org.evenhand.skills;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.stats.skills.Moments;
import org.evenhand.stats.skills.SkillInference;

/**
 * Everything the evidence says of one skill of one person.
 *
 * @param items in the order of the inference's evidence
 * @param without levels solved anew without each contested item, by its id: robust weights of the
 *     others included, which the formula for all items holds as they are
 */
record Solved(
    Target target,
    List<Item> items,
    SkillInference inference,
    Watched watched,
    Map<String, Moments> without) {
  Solved {
    items = List.copyOf(items);
    without = Map.copyOf(without);
  }

  static Solved of(Target target, List<Item> found, Model model, Setting setting) {
    List<Evidence> evidence = found.stream().map(Item::evidence).toList();
    SkillInference inference =
        SkillInference.of(evidence, model.parameters(), target.subject(), setting.asOf().week());
    Map<String, Item> byId = new HashMap<>();
    found.forEach(item -> byId.put(item.evidence().id(), item));
    List<Item> items =
        inference.evidence().stream()
            .map(one -> Objects.requireNonNull(byId.get(one.id())))
            .toList();
    return new Solved(
        target,
        items,
        inference,
        Watched.of(
            evidence,
            model.parameters(),
            new Watched.Question(target.subject(), setting.asOf().week()),
            setting.policy().watch().leaveOut()),
        without(target, found, model, setting));
  }

  private static Map<String, Moments> without(
      Target target, List<Item> found, Model model, Setting setting) {
    Map<String, Moments> without = new HashMap<>();
    for (Item contested : found) {
      if (contested.isContested()) {
        List<Evidence> others =
            found.stream().filter(one -> !one.equals(contested)).map(Item::evidence).toList();
        without.put(
            contested.evidence().id(),
            SkillInference.of(others, model.parameters(), target.subject(), setting.asOf().week())
                .view()
                .curve()
                .level());
      }
    }
    return without;
  }
}
