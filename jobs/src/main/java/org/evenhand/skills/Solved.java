package org.evenhand.skills;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.stats.skills.SkillInference;

/**
 * Everything the evidence says of one skill of one person.
 *
 * @param items in the order of the inference's evidence
 */
record Solved(Target target, List<Item> items, SkillInference inference, Watched watched) {
  Solved {
    items = List.copyOf(items);
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
            setting.policy().watch().leaveOut()));
  }
}
