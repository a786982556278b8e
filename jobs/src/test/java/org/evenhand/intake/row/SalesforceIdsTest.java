package org.evenhand.intake.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SalesforceIdsTest {
  @Test
  void fifteenCharactersBecomeEighteenByTheChecksum() {
    for (String id : java.util.List.of("00130000001bxtD", "0012w00000EVhBa", "ABCDEABCDEABCDE")) {
      assertThat(SalesforceIds.normalised(id)).isEqualTo(id + bySecondWay(id));
    }
    assertThat(SalesforceIds.normalised("ABCDEABCDEABCDE")).endsWith("555");
  }

  @Test
  void idsThatDifferOnlyInCaseStayTwoIds() {
    assertThat(SalesforceIds.normalised("006A0000001abcD"))
        .isNotEqualTo(SalesforceIds.normalised("006a0000001abcD"));
  }

  @Test
  void eighteenCharactersAreVerified() {
    String full = SalesforceIds.normalised("0065g00000AbCdE");
    assertThat(SalesforceIds.normalised(" " + full + " ")).isEqualTo(full);
    assertThatThrownBy(() -> SalesforceIds.normalised(full.toUpperCase(java.util.Locale.ROOT)))
        .hasMessageContaining("its checksum is")
        .hasMessageContaining("was its case changed?");
  }

  @Test
  void otherTextsAreNoIds() {
    assertThatThrownBy(() -> SalesforceIds.normalised("0065g")).hasMessageContaining("15 or 18");
    assertThatThrownBy(() -> SalesforceIds.normalised("0065g00000AbCd-"))
        .hasMessageContaining("letters and digits");
  }

  /** The same checksum from binary text: reversed case flags of five, read as a number. */
  private static String bySecondWay(String id) {
    StringBuilder sum = new StringBuilder();
    for (int block = 0; block < 3; block++) {
      StringBuilder flags = new StringBuilder();
      for (char c : id.substring(5 * block, 5 * block + 5).toCharArray()) {
        flags.append(Character.isUpperCase(c) ? '1' : '0');
      }
      int value = Integer.parseInt(flags.reverse().toString(), 2);
      sum.append((char) (value < 26 ? 'A' + value : '0' + value - 26));
    }
    return sum.toString();
  }
}
