package org.evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages as they were last looked at, without styles and charts. After a wanted change run with
 * {@code -Devenhand.golden=write}, look at the pages, and commit the files.
 */
final class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/report");
  private static final Pattern STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);
  private static final Pattern CHART =
      Pattern.compile("(<svg[^>]*class=\"chart\"[^>]*>).*?</svg>", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource({
    "executives/executive-report.html, exe.html",
    "data-owners/data-hygiene.html, hyg.html",
    "managers/T03/team-brief.html, mgr.html",
    "managers/T09/team-brief.html, mgr-few-reps.html",
    "reps/4021337781002/show-me.html, rep.html",
    "reps/771120045560/show-me.html, rep-nothing-to-show.html"
  })
  void thePageIsTheOneLastLookedAt(String page, String golden, @TempDir Path directory)
      throws IOException {
    String html = normalised(Rendered.in(directory).bytes(page));
    if (System.getProperty("evenhand.golden", "").equals("write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(GOLDEN.resolve(golden), html);
    }

    assertThat(html).isEqualTo(Files.readString(GOLDEN.resolve(golden)));
  }

  private static String normalised(byte[] bytes) {
    String html = STYLE.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("<style/>");
    return CHART.matcher(html).replaceAll("$1</svg>").replaceAll("\\n\\s*\\n+", "\n");
  }
}
