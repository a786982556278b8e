package org.evenhand.roi;

/** In one or two sentences: whom the treated were compared with, and why so. */
final class DesignText {
  private DesignText() {}

  static String of(Judged judged) {
    Comparison comparison = judged.found().comparison();
    Comparison.Support support = comparison.support();
    if (judged.synthetic()) {
      return synthetic(judged);
    }
    String with =
        comparison.controls().equals("NEVER_TREATED")
            ? "teams that never had it"
            : "teams that never or not yet had it";
    String within =
        comparison.strata().isEmpty()
            ? "all reps alike, because finer groups leave too few to compare with"
            : "within " + comparison.within().replace('_', ' ');
    String error =
        switch (judged.against().errorKind()) {
          case "RANDOMISATION" ->
              "error by leaving one team out, test by lot over teams (%d teams, %d with it)"
                  .formatted(support.teams().size(), support.treatedTeams().size());
          default -> "error by leaving one team out";
        };
    String anticipation =
        comparison.plan().design().anticipation() == 0
            ? ""
            : " The part period of the start counts neither as before nor as after.";
    return "Compared with %s, %s; %s.%s".formatted(with, within, error, anticipation);
  }

  private static String synthetic(Judged judged) {
    String text =
        "Compared with a mix of teams that never had it and ran alike before, because %d had it: no claim can rest on so few."
            .formatted(judged.found().comparison().support().treatedTeams().size());
    return judged.effect().varies()
        ? text
        : text + " Too few teams never had it to say how far chance alone goes: no interval.";
  }
}
