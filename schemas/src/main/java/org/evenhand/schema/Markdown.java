package org.evenhand.schema;

import java.util.List;
import java.util.stream.Collectors;

/** Texts inside Markdown tables. */
final class Markdown {
  private Markdown() {}

  static String cell(String text) {
    return text.replace("\n", " ").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }

  /** Texts as code, separated by commas; a dash when there are none. */
  static String codes(List<String> texts) {
    return texts.isEmpty()
        ? "–"
        : texts.stream().map(Markdown::code).collect(Collectors.joining(", "));
  }

  static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }
}
