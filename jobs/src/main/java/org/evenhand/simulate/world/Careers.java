package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.simulate.world.Stint.Post;
import org.evenhand.simulate.world.Stint.Status;

/** Employment histories: the fixed stories of {@link Cast}, chance for everybody else. */
final class Careers {
  private final Horizon horizon;

  Careers(Horizon horizon) {
    this.horizon = horizon;
  }

  List<Stint> of(int number, Post post, Dice dice) {
    LocalDate hired = horizon.start().minusDays(60L + dice.below(2200));
    return switch (number) {
      case Cast.TRANSFER -> changed(hired, post, LocalDate.of(2026, 8, 10), post.inTeam(4, 41));
      case Cast.BACK_DATED -> changed(hired, post, LocalDate.of(2026, 1, 5), post.inTeam(7, 71));
      case Cast.TERRITORY_MOVE ->
          changed(hired, post, LocalDate.of(2026, 5, 4), post.inTerritory(otherTerritory(post)));
      case Cast.FUTURE_ROW ->
          changed(
              hired, post, LocalDate.of(2026, 11, 1), post.withProfile("Senior " + post.profile()));
      case Cast.LEAVE ->
          interrupted(
              hired, post, Status.LEAVE, LocalDate.of(2026, 4, 20), LocalDate.of(2026, 7, 27));
      case Cast.REHIRE ->
          interrupted(
              hired, post, Status.GONE, LocalDate.of(2025, 9, 13), LocalDate.of(2026, 2, 2));
      case Cast.LEAVER -> left(hired, post, LocalDate.of(2026, 6, 20));
      case Cast.PART_TIME -> steady(hired, post.partTime(0.6));
      case Cast.PLAN_CHANGE, Cast.CLAWBACK, Cast.RESTATED, Cast.NO_MAIL, Cast.NO_CALLS ->
          steady(hired, post);
      case Cast.SAME_DAY, Cast.DELETED_DEAL, Cast.LATE, Cast.LINKED, Cast.AMBIGUOUS ->
          steady(hired, post);
      default -> isInSmallTeam(number) ? steady(hired, post) : chance(hired, post, dice);
    };
  }

  private static boolean isInSmallTeam(int number) {
    return number >= Cast.SMALL_TEAM_FIRST && number <= Cast.SMALL_TEAM_LAST;
  }

  private List<Stint> chance(LocalDate hired, Post post, Dice dice) {
    LocalDate day = horizon.start().plusDays(30L + dice.below(horizon.weeks() * 7 - 100));
    return switch (dice.weighted(0.72, 0.14, 0.04, 0.03, 0.04, 0.03)) {
      case 1 -> steady(day, post);
      case 2 -> left(hired, post, day);
      case 3 -> interrupted(hired, post, Status.LEAVE, day, day.plusWeeks(8));
      case 4 -> changed(hired, post, day, post.inTerritory(otherTerritory(post)));
      case 5 -> steady(hired, post.partTime(0.8));
      default -> steady(hired, post);
    };
  }

  static int otherTerritory(Post post) {
    return post.team() * 10 + (post.territory() % 10) % Territory.PER_TEAM + 1;
  }

  private static List<Stint> steady(LocalDate hired, Post post) {
    return List.of(new Stint(hired, Stint.FOREVER, Status.WORKING, post));
  }

  private static List<Stint> changed(LocalDate hired, Post before, LocalDate day, Post after) {
    return List.of(
        new Stint(hired, day, Status.WORKING, before),
        new Stint(day, Stint.FOREVER, Status.WORKING, after));
  }

  private static List<Stint> left(LocalDate hired, Post post, LocalDate day) {
    return List.of(
        new Stint(hired, day, Status.WORKING, post),
        new Stint(day, Stint.FOREVER, Status.GONE, post));
  }

  private static List<Stint> interrupted(
      LocalDate hired, Post post, Status status, LocalDate from, LocalDate to) {
    List<Stint> stints = new ArrayList<>();
    stints.add(new Stint(hired, from, Status.WORKING, post));
    stints.add(new Stint(from, to, status, post));
    stints.add(new Stint(to, Stint.FOREVER, Status.WORKING, post));
    return stints;
  }
}
