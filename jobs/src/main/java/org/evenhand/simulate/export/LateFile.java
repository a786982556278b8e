package org.evenhand.simulate.export;

import java.time.LocalDate;
import org.evenhand.simulate.world.Activities;
import org.evenhand.simulate.world.Activity;
import org.evenhand.simulate.world.ActivityKind;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Person;

/**
 * CRM updates of one rep that the export of the last quarter had missed: a second batch of tasks of
 * August, delivered two weeks after the quarter's extract.
 */
public final class LateFile {
  private static final int DELAY_DAYS = 14;

  private final Activities activities;

  public LateFile(Activities activities) {
    this.activities = activities;
  }

  /** Writes {@code salesforce/task/Task_<date>.csv} into the delivery's landing directory. */
  public void export(Delivery delivery) {
    Person rep = delivery.company().person(Cast.LATE);
    String path =
        "salesforce/task/Task_%s.csv".formatted(delivery.extracted().plusDays(DELAY_DAYS));
    LocalDate from = delivery.from().plusMonths(1);
    try (CsvFile file = delivery.landing().csv(path, ActivityRows.TASK)) {
      for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
        for (Activity activity : activities.of(rep, week)) {
          boolean august =
              !activity.day().isBefore(from) && activity.day().isBefore(from.plusMonths(1));
          if (august && activity.kind() == ActivityKind.CRM_ADMIN) {
            ActivityRows.task(file, missed(activity), "");
          }
        }
      }
    }
  }

  /** The evening twin of an update that had arrived in time. */
  private static Activity missed(Activity activity) {
    return new Activity(
        activity.key() + BrokenRows.KEYS,
        activity.rep(),
        activity.day(),
        activity.kind(),
        activity.start().plusSeconds(9 * 3_600L),
        30);
  }
}
