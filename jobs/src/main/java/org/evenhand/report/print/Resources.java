package org.evenhand.report.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files shipped beside the pages: styles and fonts. */
final class Resources {
  private static final String ROOT = "/org/evenhand/report/";

  private Resources() {}

  static byte[] bytes(String path) {
    try (InputStream stream = Resources.class.getResourceAsStream(ROOT + path)) {
      if (stream == null) {
        throw new IllegalStateException("The jar lacks " + ROOT + path);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }
}
