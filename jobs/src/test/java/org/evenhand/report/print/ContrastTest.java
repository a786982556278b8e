package org.evenhand.report.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast by the formula of WCAG 2.2: at least 4.5 for text, on every ground it stands on. */
final class ContrastTest {
  private static final List<String> TEXTS =
      List.of("ink", "soft", "accent", "good", "bad", "neutral");

  @ParameterizedTest
  @ValueSource(strings = {"styles/tokens.css", "styles/dark.css"})
  void textIsReadableOnPaperAndOnWash(String path) {
    Map<String, String> colours = Styles.tokens(path);
    for (String text : TEXTS) {
      for (String ground : List.of("paper", "wash")) {
        assertThat(contrast(colours.getOrDefault(text, ""), colours.getOrDefault(ground, "")))
            .as("%s on %s in %s", text, ground, path)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  private static double contrast(String one, String other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(String colour) {
    byte[] parts = HexFormat.of().parseHex(colour.substring(1));
    return 0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2]);
  }

  private static double linear(byte part) {
    double share = Byte.toUnsignedInt(part) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
