package org.evenhand.schema;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Notes texts that are not what their key needs. */
final class SyntaxChecks {
  private final Problems problems;

  SyntaxChecks(Problems problems) {
    this.problems = problems;
  }

  void regex(String where, String regex) {
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      problems.add(
          "%s: '%s' is no regular expression (%s)".formatted(where, regex, e.getDescription()));
    }
  }

  void regexWithOneGroup(String where, String regex) {
    try {
      int groups = Pattern.compile(regex).matcher("").groupCount();
      if (groups != 1) {
        problems.add(
            "%s: '%s' has %d groups, expected exactly one".formatted(where, regex, groups));
      }
    } catch (PatternSyntaxException e) {
      regex(where, regex);
    }
  }

  void glob(String where, String glob) {
    if (glob.startsWith("/") || List.of(glob.split("/")).contains("..")) {
      problems.add("%s: '%s' must lie below the landing directory".formatted(where, glob));
    }
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      problems.add("%s: '%s' is no glob (%s)".formatted(where, glob, e.getDescription()));
    }
  }

  void zone(String where, String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      problems.add(
          "%s: '%s' is no time zone, write for example Europe/Berlin".formatted(where, zone));
    }
  }

  void instant(String where, String iso) {
    try {
      Instant.parse(iso);
    } catch (DateTimeException e) {
      problems.add(
          "%s: '%s' is no instant, write for example 2018-01-01T00:00:00Z".formatted(where, iso));
    }
  }

  void datePatterns(String where, List<String> patterns) {
    for (String pattern : patterns) {
      try {
        DateTimeFormatter unused = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      } catch (IllegalArgumentException e) {
        problems.add("%s: '%s' is no date pattern (%s)".formatted(where, pattern, e.getMessage()));
      }
    }
  }

  void encoding(String where, String name) {
    try {
      Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      problems.add(
          "%s: '%s' is no known encoding, write for example UTF-8 or windows-1252"
              .formatted(where, name));
    }
  }

  void oneCharacter(String where, String text) {
    if (text.length() != 1) {
      problems.add("%s: '%s' must be one character".formatted(where, text));
    }
  }

  void oneOf(String where, String text, List<String> known) {
    if (!known.contains(text)) {
      problems.add("%s: '%s' is none of %s".formatted(where, text, known));
    }
  }
}
