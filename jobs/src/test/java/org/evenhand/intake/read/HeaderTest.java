package org.evenhand.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTest {
  private static final ReadPlan PLAN =
      Reading.plan(Reading.COMMA, "CreatedDate|created_date!", "Amount!", "Note");

  @Test
  void exactNameWinsThenAliasThenAnyCase() throws UnreadableFile {
    assertThat(Header.of(List.of("amount", "created_date", "AMOUNT2", "NOTE"), PLAN).positions())
        .containsExactly(1, 0, 3);
    assertThat(Header.of(List.of("amount", "Amount", "CREATEDDATE"), PLAN).positions())
        .containsExactly(2, 1, -1);
  }

  @Test
  void missingRequiredColumnNamesTheNearMiss() {
    assertThatThrownBy(() -> Header.of(List.of("CreatedDate", "Amout"), PLAN))
        .hasMessage(
            "Required column 'Amount' is missing (found 'Amout'). Correct the export or the"
                + " mapping.");
  }

  @Test
  void everyMissingColumnIsNamedAtOnce() {
    assertThatThrownBy(() -> Header.of(List.of("x"), PLAN))
        .hasMessageContaining("'CreatedDate' or 'created_date' is missing")
        .hasMessageContaining("'Amount' is missing");
  }

  @Test
  void newColumnsAreReportedAndIgnored() throws UnreadableFile {
    FileColumns columns =
        Header.of(List.of("CreatedDate", "Amount", "Region__c", ""), PLAN).columns();
    assertThat(columns.added()).containsExactly("Region__c", "column 4");
    assertThat(columns.absent()).containsExactly("Note");
  }

  @Test
  void wantedColumnThatStandsTwiceFailsTheFile() {
    assertThatThrownBy(() -> Header.of(List.of("CreatedDate", "Amount", "b", "Amount"), PLAN))
        .hasMessageContaining("'Amount' stands 2 times in the header (columns 2, 4)");
  }

  @Test
  void unknownColumnThatStandsTwiceDoesNotMatter() throws UnreadableFile {
    assertThat(Header.of(List.of("CreatedDate", "Amount", "b", "b"), PLAN).columns().added())
        .containsExactly("b");
  }
}
