package org.evenhand.intake.row;

/**
 * Salesforce record ids. 15 characters are told apart by case; 18 are the same 15 and a checksum
 * that says which letters are upper case: for each block of five characters, bit i is set when
 * character i is A–Z, and the value 0–31 is written as A–Z or 0–5. Case is never folded.
 */
final class SalesforceIds {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final int SHORT = 15;
  private static final int LONG = 18;

  private SalesforceIds() {}

  /**
   * The id with 18 characters.
   *
   * @throws IllegalArgumentException when it is no id, or its checksum is wrong
   */
  static String normalised(String text) {
    String id = text.strip();
    if ((id.length() != SHORT && id.length() != LONG) || !isPlain(id)) {
      throw new IllegalArgumentException(
          "'%s' is no Salesforce id: it needs 15 or 18 letters and digits".formatted(text));
    }
    String full = id.substring(0, SHORT) + checksum(id);
    if (id.length() == LONG && !id.equals(full)) {
      throw new IllegalArgumentException(
          "'%s' is no Salesforce id: its checksum is %s, expected %s (was its case changed?)"
              .formatted(text, id.substring(SHORT), full.substring(SHORT)));
    }
    return full;
  }

  private static String checksum(String id) {
    StringBuilder sum = new StringBuilder(3);
    for (int block = 0; block < SHORT; block += 5) {
      int bits = 0;
      for (int i = 0; i < 5; i++) {
        char c = id.charAt(block + i);
        bits |= (c >= 'A' && c <= 'Z' ? 1 : 0) << i;
      }
      sum.append(DIGITS.charAt(bits));
    }
    return sum.toString();
  }

  private static boolean isPlain(String id) {
    return id.chars()
        .allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }
}
