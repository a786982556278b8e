package org.evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

final class PdfTest {
  private static final List<String> DOCUMENTS =
      List.of(
          "executives/executive-report.pdf",
          "data-owners/data-hygiene.pdf",
          "managers/T03/team-brief.pdf",
          "managers/T09/team-brief.pdf");
  @TempDir private static Path directory;
  private static Rendered rendered = new Rendered(Path.of("."), List.of());

  @BeforeAll
  static void render() {
    rendered = Rendered.in(directory);
  }

  @Test
  void documentsAreTaggedPdfUaByVeraPdf() throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String path : DOCUMENTS) {
      assertThat(validate(rendered.bytes(path)).isCompliant()).as(path).isTrue();
    }
  }

  @Test
  void documentsAreA4WithAllFontsInsideAndAFooterThatCountsPages() throws Exception {
    for (String path : DOCUMENTS) {
      try (PDDocument document = Loader.loadPDF(rendered.bytes(path))) {
        for (PDPage page : document.getPages()) {
          assertThat(page.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within(1));
        }
        PDFTextStripper reader = new PDFTextStripper();
        reader.setSortByPosition(true);
        String text = reader.getText(document);
        int pages = document.getNumberOfPages();
        assertThat(text).contains("page 1 of " + pages, "page %1$d of %1$d".formatted(pages));
        assertThat(text).contains("edition 3f9a1c2b7d10", "INTERIM");
      }
    }
  }

  private static org.assertj.core.data.Offset<Float> within(float offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private static ValidationResult validate(byte[] bytes) throws Exception {
    try (PDFAParser parser =
        Foundries.defaultInstance()
            .createParser(new ByteArrayInputStream(bytes), PDFAFlavour.PDFUA_1)) {
      return Foundries.defaultInstance()
          .createValidator(PDFAFlavour.PDFUA_1, false)
          .validate(parser);
    }
  }
}
