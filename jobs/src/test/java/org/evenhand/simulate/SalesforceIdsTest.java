package org.evenhand.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenhand.simulate.export.Ids;
import org.junit.jupiter.api.Test;

/** Ids in the vendors' shapes. */
class SalesforceIdsTest {
  @Test
  void eighteenCharactersAreFifteenAndAChecksum() {
    String id = Ids.salesforce("006", 123_456_789);
    assertThat(id).hasSize(18).startsWith(Ids.salesforce15("006", 123_456_789));
  }

  @Test
  void checksumMarksTheUpperCaseLetters() {
    assertThat(Ids.salesforce("005", 1)).isEqualTo("0055g0000000001AAA");
    assertThat(Ids.salesforce("005", 10)).isEqualTo("0055g000000000AAAQ");
  }
}
