package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts the hours of a {@link WorkWeek} into activities laid out over the working days in the rep's
 * zone. The finer the intensity, the more and the shorter the activities; their sum stays.
 */
public final class Activities {
  private static final int DAY_START = 8 * 60;
  private static final int KEYS_PER_WEEK = 1_000;
  private static final int WORKING_DAYS = 5;
  private static final double AFTER_HOURS = 0.03;
  private static final int EVENING = 19 * 60;
  private final Company company;
  private final double intensity;

  /**
   * @param intensity 1 gives about 25 activities a week
   */
  public Activities(Company company, double intensity) {
    this.company = company;
    this.intensity = intensity;
  }

  /** What the rep did in the week, in order of time; nothing when away. */
  public List<Activity> of(Person person, int week) {
    LocalDate monday = company.horizon().monday(week);
    Dice dice = company.dice("activities", person.number(), week);
    List<Block> blocks = blocks(person, monday, dice);
    List<Activity> activities = new ArrayList<>(blocks.size());
    long key = ((long) person.number() * 1_000 + week) * KEYS_PER_WEEK;
    for (int day = 0; day < WORKING_DAYS; day++) {
      LocalDate date = monday.plusDays(day);
      Optional<Stint> stint = person.workingOn(date);
      if (stint.isEmpty() || !company.horizon().holds(date)) {
        continue;
      }
      ZoneId zone = company.team(stint.get().post().team()).region().zone();
      layOut(blocks, day, dice);
      for (Block block : blocks) {
        if (block.day == day) {
          activities.add(
              new Activity(
                  key + block.number,
                  person,
                  date,
                  block.kind,
                  date.atStartOfDay().plusMinutes(block.start).atZone(zone).toInstant(),
                  block.minutes));
        }
      }
    }
    activities.sort(Comparator.comparing(Activity::start).thenComparing(Activity::key));
    return activities;
  }

  private List<Block> blocks(Person person, LocalDate monday, Dice dice) {
    List<Block> blocks = new ArrayList<>();
    Optional<Stint> stint = firstWorking(person, monday);
    if (stint.isEmpty()) {
      return blocks;
    }
    WorkWeek week = WorkWeek.of(company, person, stint.get().post().team(), monday);
    for (Map.Entry<ActivityKind, Double> entry : week.hours().entrySet()) {
      cut(blocks, entry.getKey(), entry.getValue() * 60 * stint.get().post().fte(), dice);
    }
    blocks.sort(Comparator.comparingDouble(block -> block.order));
    return blocks;
  }

  private static Optional<Stint> firstWorking(Person person, LocalDate monday) {
    for (int day = 0; day < WORKING_DAYS; day++) {
      Optional<Stint> stint = person.workingOn(monday.plusDays(day));
      if (stint.isPresent()) {
        return stint;
      }
    }
    return Optional.empty();
  }

  private void cut(List<Block> blocks, ActivityKind kind, double minutes, Dice dice) {
    int count = (int) Math.max(1, Math.round(minutes * intensity / kind.minutes()));
    double left = minutes;
    for (int i = 0; i < count; i++) {
      double even = left / (count - i);
      int length =
          (int) Math.max(1, Math.round(i == count - 1 ? left : even * dice.between(0.7, 1.3)));
      left -= length;
      blocks.add(new Block(blocks.size(), kind, length, dice));
    }
  }

  /** Places a day's blocks one after another with breaks between them, few of them at night. */
  private static void layOut(List<Block> blocks, int day, Dice dice) {
    int clock = DAY_START + dice.below(60);
    int evening = EVENING;
    for (Block block : blocks) {
      if (block.day != day) {
        continue;
      }
      if (dice.chance(AFTER_HOURS)) {
        block.start = evening;
        evening += block.minutes;
      } else {
        block.start = clock;
        clock += block.minutes + dice.below(10);
      }
    }
  }

  private static final class Block {
    private final int number;
    private final ActivityKind kind;
    private final int minutes;
    private final int day;
    private final double order;
    private int start;

    Block(int number, ActivityKind kind, int minutes, Dice dice) {
      this.number = number;
      this.kind = kind;
      this.minutes = minutes;
      this.day = dice.below(WORKING_DAYS);
      this.order = dice.uniform();
    }
  }
}
