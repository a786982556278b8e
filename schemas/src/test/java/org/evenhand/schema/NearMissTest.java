package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissTest {

  @Test
  void oneLetterOffIsFound() {
    assertThat(NearMiss.of("Close_Dat", List.of("CloseDate", "CreatedDate"))).contains("CloseDate");
  }

  @Test
  void caseAndSeparatorsDoNotCount() {
    assertThat(NearMiss.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearMiss.of("created_date", List.of("CreatedDate"))).contains("CreatedDate");
  }

  @Test
  void nothingNearGivesNoSuggestion() {
    assertThat(NearMiss.suggestion("colour", List.of("amount", "stage"))).isEmpty();
    assertThat(NearMiss.suggestion("amout", List.of("amount", "stage")))
        .isEqualTo(", did you mean 'amount'?");
  }
}
