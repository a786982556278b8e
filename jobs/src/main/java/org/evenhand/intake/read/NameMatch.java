package org.evenhand.intake.read;

/** How alike a source column's name and a wanted one must be; tried in this order. */
enum NameMatch {
  EXACT {
    @Override
    boolean same(String found, String wanted) {
      return found.equals(wanted);
    }
  },
  ANY_CASE {
    @Override
    boolean same(String found, String wanted) {
      return found.equalsIgnoreCase(wanted);
    }
  },
  /** Blanks, underscores and hyphens do not count: CreatedDate and created_date. */
  LETTERS {
    @Override
    boolean same(String found, String wanted) {
      int i = 0;
      int j = 0;
      while (true) {
        i = afterMarks(found, i);
        j = afterMarks(wanted, j);
        if (i == found.length() || j == wanted.length()) {
          return i == found.length() && j == wanted.length();
        }
        if (Character.toLowerCase(found.charAt(i)) != Character.toLowerCase(wanted.charAt(j))) {
          return false;
        }
        i++;
        j++;
      }
    }
  };

  abstract boolean same(String found, String wanted);

  private static int afterMarks(String name, int from) {
    int i = from;
    while (i < name.length() && " _-".indexOf(name.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
