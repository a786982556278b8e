package org.evenhand.report.print;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.report.page.Frame;

/** The two ways a page is dressed: for any screen in one file, and for paper. */
public final class Styles {
  private static final Pattern TOKEN = Pattern.compile("--([a-z]+):\\s*(#[0-9a-f]{6})");
  private static final Pattern USE = Pattern.compile("var\\(--([a-z]+)\\)");
  private static final String FACE =
      "@font-face { font-family: '%s'; font-weight: %s; font-display: swap; src: url(data:font/woff2;base64,%s) format('woff2'); }\n";

  private Styles() {}

  /** Fonts inside, light and dark, narrow and wide, with a print style. */
  public static Frame.Look screen() {
    String styles =
        face("Evenhand Sans", "400", "inter-regular")
            + face("Evenhand Sans", "600 700", "inter-semibold")
            + face("Evenhand Serif", "400", "literata-medium")
            + Resources.text("styles/tokens.css")
            + Resources.text("styles/base.css")
            + Resources.text("styles/screen.css")
            + "@media screen and (prefers-color-scheme: dark) {\n"
            + Resources.text("styles/dark.css")
            + "}\n";
    return new Frame.Look(styles, false);
  }

  /** CSS 2.1 with the colours written out; fonts are given to the PDF writer. */
  public static Frame.Look paper() {
    Map<String, String> tokens = tokens("styles/tokens.css");
    String base =
        USE.matcher(Resources.text("styles/base.css"))
            .replaceAll(use -> Matcher.quoteReplacement(tokens.getOrDefault(use.group(1), "")));
    return new Frame.Look(base + Resources.text("styles/paper.css"), true);
  }

  /** The colours of the light or the dark page by name. */
  static Map<String, String> tokens(String path) {
    Map<String, String> tokens = new LinkedHashMap<>();
    Matcher matcher = TOKEN.matcher(Resources.text(path));
    while (matcher.find()) {
      tokens.put(matcher.group(1), matcher.group(2));
    }
    return tokens;
  }

  private static String face(String family, String weight, String file) {
    String font = Base64.getEncoder().encodeToString(Resources.bytes("fonts/" + file + ".woff2"));
    return FACE.formatted(family, weight, font);
  }
}
