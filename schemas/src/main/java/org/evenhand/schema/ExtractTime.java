package org.evenhand.schema;

import java.time.Instant;
import java.util.regex.Pattern;

/** When the source system exported a file: the rows' {@code known_from}, never the clock. */
public sealed interface ExtractTime {

  /**
   * Read from the file's path.
   *
   * @param regex finds one group that holds {@code yyyy-MM-dd}, {@code yyyyMMdd} or an ISO instant
   */
  record FromPath(String regex) implements ExtractTime {
    /** A date such as 2026-09-30 anywhere in the path. */
    public static final FromPath DATE = new FromPath("(\\d{4}-\\d{2}-\\d{2})");

    public Pattern pattern() {
      return Pattern.compile(regex);
    }
  }

  /**
   * Said once for all files, for exports whose names carry no date.
   *
   * @param iso an ISO instant such as {@code 2018-01-01T00:00:00Z}
   */
  record Constant(String iso) implements ExtractTime {
    public Instant instant() {
      return Instant.parse(iso);
    }
  }
}
