package org.evenhand.simulate.export;

/** Ids in the vendors' shapes, each a function of the thing's key. */
public final class Ids {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String CHECKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final int KEY_LENGTH = 12;

  private Ids() {}

  /** The 18-character form: 15 case-sensitive characters and their checksum. */
  public static String salesforce(String prefix, long key) {
    String id = salesforce15(prefix, key);
    StringBuilder checked = new StringBuilder(id);
    for (int chunk = 0; chunk < 3; chunk++) {
      int bits = 0;
      for (int i = 0; i < 5; i++) {
        if (Character.isUpperCase(id.charAt(chunk * 5 + i))) {
          bits |= 1 << i;
        }
      }
      checked.append(CHECKS.charAt(bits));
    }
    return checked.toString();
  }

  /** The 15-character form that reports export. */
  public static String salesforce15(String prefix, long key) {
    char[] tail = new char[KEY_LENGTH];
    long left = key;
    for (int i = KEY_LENGTH - 1; i >= 0; i--) {
      tail[i] = ALPHABET.charAt((int) (left % ALPHABET.length()));
      left /= ALPHABET.length();
    }
    tail[0] = '5';
    tail[1] = 'g';
    return prefix + new String(tail);
  }

  public static String user(int person) {
    return salesforce("005", person);
  }

  public static String deal(long key) {
    return salesforce("006", key);
  }

  public static String territory(int number) {
    return salesforce("0MI", number);
  }

  /** A call tool's 19-digit id, too long for a double. */
  public static String call(long key) {
    return Long.toString(5_100_000_000_000_000_000L + key);
  }

  public static String callUser(int person) {
    return Long.toString(2_300_000_000_000_000_000L + person);
  }
}
