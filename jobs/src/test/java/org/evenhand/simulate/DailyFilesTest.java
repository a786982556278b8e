package org.evenhand.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Horizon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large simulations write one activity file per working day. */
class DailyFilesTest {
  @Test
  void activitiesOfEachWorkingDayLieInAFileOfTheNextDay(@TempDir Path out) {
    Horizon quarter = new Horizon(new Quarter(2026, 3), 1);
    Simulation.Volume daily = new Simulation.Volume(0.2, 1, true, false);
    Simulator.run(new Simulation(60, quarter, 3, out, daily));
    List<Path> files = SampleFiles.files(out.resolve("landing/salesforce/event"));
    assertThat(files).hasSize(66);
    assertThat(files.get(0)).hasFileName("Event_2026-07-02.csv.gz");
    assertThat(files.get(65)).hasFileName("Event_2026-10-01.csv.gz");
  }

  @Test
  void bulkVolumeIsChosenFromAThousandReps(@TempDir Path out) {
    assertThat(Simulation.of(999, 6, 1, out).volume()).isEqualTo(Simulation.Volume.SAMPLE);
    assertThat(Simulation.of(1_000, 6, 1, out).volume()).isEqualTo(Simulation.Volume.BULK);
  }
}
