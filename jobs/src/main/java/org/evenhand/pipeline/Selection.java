package org.evenhand.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.errors.UserException;
import org.evenhand.job.Job;

/**
 * Which jobs of the whole a run is asked for.
 *
 * @param names jobs or stages; empty means all
 * @param from first job or stage
 * @param to last job or stage
 */
public record Selection(List<String> names, Optional<String> from, Optional<String> to) {
  public Selection {
    names = List.copyOf(names);
  }

  /** Every job of every stage. */
  public static Selection everything() {
    return new Selection(List.of(), Optional.empty(), Optional.empty());
  }

  /**
   * The stages with only the selected jobs in them; stages left empty stay, so that what is fixed
   * between stages is still fixed.
   *
   * @throws UserException naming the known jobs and stages when a name is unknown
   */
  public List<Stage> of(List<Stage> stages) {
    names.forEach(name -> requireKnown(name, stages));
    from.ifPresent(name -> requireKnown(name, stages));
    to.ifPresent(name -> requireKnown(name, stages));
    List<Job> all = stages.stream().flatMap(stage -> stage.jobs().stream()).toList();
    int first = from.map(name -> positions(name, stages, all).get(0)).orElse(0);
    int last =
        to.map(name -> positions(name, stages, all))
            .map(found -> found.get(found.size() - 1))
            .orElse(all.size() - 1);
    return stages.stream()
        .map(stage -> new Stage(stage.name(), chosen(stage, all, first, last)))
        .toList();
  }

  private List<Job> chosen(Stage stage, List<Job> all, int first, int last) {
    return stage.jobs().stream()
        .filter(
            job -> names.isEmpty() || names.contains(job.name()) || names.contains(stage.name()))
        .filter(job -> all.indexOf(job) >= first && all.indexOf(job) <= last)
        .toList();
  }

  private static List<Integer> positions(String name, List<Stage> stages, List<Job> all) {
    return stages.stream()
        .flatMap(
            stage ->
                stage.jobs().stream()
                    .filter(job -> job.name().equals(name) || stage.name().equals(name)))
        .map(all::indexOf)
        .toList();
  }

  private static void requireKnown(String name, List<Stage> stages) {
    List<String> known = new ArrayList<>();
    for (Stage stage : stages) {
      known.add(stage.name());
      stage.jobs().forEach(job -> known.add(job.name()));
    }
    if (!known.contains(name)) {
      throw UserException.usage(
          "Cannot run '%s': known stages and jobs are %s. Correct the name or call './evenhand jobs'."
              .formatted(name, String.join(", ", known)));
    }
  }
}
