package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.errors.DataException;
import org.evenhand.errors.UserException;
import org.evenhand.job.JobResult;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.BronzeRejected;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class IntakeJobTest {
  private static final String HEADER = "Id,Stage,Amount\n";

  private final IntakeFixture intake;

  IntakeJobTest(SparkSession session, @TempDir Path root) {
    this.intake = new IntakeFixture(session, root);
  }

  @BeforeEach
  void landOneFile() {
    intake.land("crm/deal/2026-07-01.csv", HEADER + "A,Won,1\nB,Open,x\nC,Open,\n");
  }

  @Test
  void everyRecordIsAcceptedOrRejectedAndCounted() {
    JobResult result = intake.run();
    assertThat(List.of(result.read(), result.accepted(), result.rejected()))
        .containsExactly(3L, 2L, 1L);
    assertThat(intake.deals()).containsExactly("A", "C");
    assertThat(intake.files()).containsExactly("crm/deal/2026-07-01.csv LANDED 3/2/1");
    Row rejected = intake.rows(BronzeRejected.TABLE).get(0);
    assertThat(BronzeRejected.RAW.text(rejected)).isEqualTo("B,Open,x");
    assertThat(BronzeRejected.LINE.whole(rejected)).isEqualTo(3);
    assertThat(rejected.getList(rejected.fieldIndex(BronzeRejected.REASONS.name())))
        .hasToString("[amount: 'x' is no DECIMAL(18,2)]");
  }

  @Test
  void rowsSayWhereTheyComeFromAndWhenTheyWereKnown() {
    intake.run();
    Row row = intake.rows(BronzeOpportunity.TABLE).get(0);
    Row file = intake.rows(BronzeFile.TABLE).get(0);
    assertThat(BronzeOpportunity.META_FILE.text(row)).isEqualTo(BronzeFile.FILE_ID.text(file));
    assertThat(BronzeOpportunity.META_BATCH.text(row)).isEqualTo("crm/2026-07-01");
    assertThat(BronzeOpportunity.KNOWN_FROM.instant(row))
        .isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
  }

  @Test
  void sameFileAgainOrRenamedIsTakenOnce() {
    intake.run();
    String checksum = intake.checksum(BronzeOpportunity.TABLE);
    String ledger = intake.checksum(BronzeFile.TABLE);
    intake.land("crm/deal/2026-07-01_copy.csv", HEADER + "A,Won,1\nB,Open,x\nC,Open,\n");
    assertThat(intake.run().read()).isZero();
    assertThat(intake.checksum(BronzeOpportunity.TABLE)).isEqualTo(checksum);
    assertThat(intake.checksum(BronzeFile.TABLE)).isEqualTo(ledger);
  }

  @Test
  void sameWindowWithOtherBytesReplacesAndReportsTheDifference() {
    intake.run();
    intake.land("crm/deal/2026-07-01.csv", HEADER + "A,Won,2\nD,Open,1\n");
    intake.run();
    assertThat(intake.reason("crm/deal/2026-07-01.csv"))
        .contains("in place of crm/deal/2026-07-01.csv: 1 rows added, 1 removed, 1 changed.");
    List<Row> files = intake.rows(BronzeFile.TABLE);
    assertThat(files.stream().map(r -> new Entry(r).replaces()).filter(r -> r.isPresent()))
        .hasSize(1);
  }

  @Test
  void brokenFileFailsAloneWithItsReason() {
    intake.land("crm/deal/2026-07-02.csv", new byte[0]);
    intake.land("crm/deal/2026-07-03.csv", "Idd,Stage,Amount\nE,Open,1\n");
    intake.run();
    assertThat(intake.files())
        .containsExactly(
            "crm/deal/2026-07-01.csv LANDED 3/2/1",
            "crm/deal/2026-07-02.csv FAILED 0/0/0",
            "crm/deal/2026-07-03.csv FAILED 0/0/0");
    assertThat(intake.reason("crm/deal/2026-07-03.csv"))
        .startsWith("Required column 'Id' is missing (found 'Idd').");
  }

  @Test
  void failedFileIsEnteredOnceAndLandsWhenTheMappingIsCorrected() {
    intake.land("crm/deal/2026-07-03.csv", "Idd,Stage,Amount\nE,Open,1\n");
    intake.run();
    intake.run();
    assertThat(intake.files()).hasSize(2);
    intake.mapping(IntakeFixture.DEALS.replace("\"from\": \"Id\"", "\"from\": [\"Id\", \"Idd\"]"));
    intake.run();
    assertThat(intake.deals()).containsExactly("A", "C", "E");
  }

  @Test
  void newColumnIsReportedAndDroppedColumnIsLoggedAndNowhereStored() {
    intake.land("crm/deal/2026-07-04.csv", "Id,Stage,Amount,Region,SSN\nF,Open,x,EU,123-45-6789\n");
    intake.run();
    String entry =
        intake.rows(BronzeFile.TABLE).stream()
            .map(r -> new Entry(r).json())
            .filter(json -> json.contains("07-04"))
            .collect(Collectors.joining());
    assertThat(entry)
        .contains("\"new_columns\":[\"Region\"]")
        .contains("\"dropped_columns\":[\"SSN\"]");
    assertThat(intake.rows(BronzeRejected.TABLE)).noneMatch(r -> r.toString().contains("123-45"));
  }

  @Test
  void columnAnotherMappingOfTheSameFileReadsIsNotNew() {
    String other =
        IntakeFixture.DEALS
            .replace("\"deal\"", "\"region\"")
            .replace("\"from\": \"Amount\"", "\"expr\": \"Region\"");
    intake.mappings(
        org.evenhand.schema.Mappings.of(
            java.util.Map.of("a.json", IntakeFixture.DEALS, "b.json", other)));
    intake.land("crm/deal/2026-07-04.csv", "Id,Stage,Amount,Region,New\nF,Open,1,2,3\n");
    intake.run();
    assertThat(intake.rows(BronzeFile.TABLE).stream().map(r -> new Entry(r).json()))
        .filteredOn(json -> json.contains("07-04"))
        .hasSize(2)
        .allMatch(json -> json.contains("\"new_columns\":[\"New\"]"));
  }

  @Test
  void tooManyRejectionsFailTheJobAfterEverythingElseLanded() {
    intake.policy(0.1, 0, 16 << 20);
    intake.land("crm/deal/2026-07-05.csv", HEADER + "G,Open,1\n");
    assertThatThrownBy(intake::run)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 of 3 records were rejected, more than the 10 %")
        .hasMessageContaining("line 3: amount: 'x' is no DECIMAL(18,2)");
    assertThat(intake.deals()).containsExactly("G");
    assertThatThrownBy(intake::run).isInstanceOf(DataException.class);
    assertThat(intake.files()).hasSize(2);
  }

  @Test
  void fullLoadThatLosesTooMuchIsNotBelieved() {
    intake.mapping(IntakeFixture.DEALS.replace("incremental", "full"));
    intake.land("crm/deal/2026-07-02.csv", HEADER + "A,Won,1\n");
    intake.run();
    assertThat(intake.reason("crm/deal/2026-07-02.csv"))
        .startsWith(
            "This full load lost 1 of the 2 keys of the one before (50 %), more than the 20 %");
    assertThat(intake.deals()).containsExactly("A", "C");
  }

  @Test
  void sameSnapshotOfALaterDayIsADeliveryOfItsOwn() {
    intake.mapping(IntakeFixture.DEALS.replace("incremental", "full"));
    intake.land("crm/deal/2026-07-02.csv", HEADER + "A,Won,1\nB,Open,x\nC,Open,\n");
    intake.run();
    assertThat(intake.deals()).containsExactly("A", "A", "C", "C");
  }

  @Test
  void fileNoMappingReadsIsNamed() {
    intake.land("crm/deals/2026-07-01.csv", "x");
    intake.run();
    assertThat(intake.reason("crm/deals/2026-07-01.csv")).startsWith("No source mapping reads");
  }

  @Test
  void pathWithoutAnExtractDateFailsThatFile() {
    intake.land("crm/deal/latest.csv", HEADER + "Z,Open,1\n");
    intake.run();
    assertThat(intake.reason("crm/deal/latest.csv")).contains("does not say when");
  }

  @Test
  void missingLandingDirectoryIsSaid(@TempDir Path other, SparkSession session) {
    IntakeFixture empty = new IntakeFixture(session, other);
    assertThatThrownBy(() -> Landing.files(empty.landing().resolve("nowhere")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("there is no such directory");
  }

  // the same rows on the driver and through Spark
  @Test
  void largeAndSmallPathsGiveTheSameTables(@TempDir Path other, SparkSession session) {
    String many =
        IntStream.range(0, 500)
            .mapToObj(i -> "K%d,Open,%s\n".formatted(i, i % 50 == 7 ? "bad" : "" + i))
            .collect(Collectors.joining());
    IntakeFixture large = new IntakeFixture(session, other).policy(0.1, 25, 0);
    for (IntakeFixture one : List.of(intake, large)) {
      one.land("crm/deal/2026-07-01.csv", HEADER + "A,Won,1\nB,Open,x\nC,Open,\n");
      one.land("crm/deal/2026-07-02.csv", HEADER + many);
      one.land("crm/deal/2026-07-03.csv", "Id\n");
      one.run();
      one.land("crm/deal/2026-07-02.csv", HEADER + many.replace("K3,Open", "K3,Won"));
      one.run();
    }
    assertThat(large.files()).isEqualTo(intake.files());
    assertThat(large.checksum(BronzeOpportunity.TABLE))
        .isEqualTo(intake.checksum(BronzeOpportunity.TABLE));
    assertThat(large.checksum(BronzeRejected.TABLE))
        .isEqualTo(intake.checksum(BronzeRejected.TABLE));
    assertThat(large.checksum(BronzeFile.TABLE)).isEqualTo(intake.checksum(BronzeFile.TABLE));
  }
}
