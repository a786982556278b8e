package org.evenhand.report.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Writes a page as tagged PDF with embedded fonts; equal pages give equal bytes. */
public final class Pdf {
  private static final String SCREEN_TEXT = " role=\"img\" aria-label=";

  /** Where the writer looks for the text that stands for a picture. */
  private static final String PAPER_TEXT = " alt=";

  static {
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
  }

  private Pdf() {}

  /** A finished document. */
  public static final class Document {
    private final byte[] bytes;
    private final int pages;

    private Document(byte[] bytes, int pages) {
      this.bytes = bytes;
      this.pages = pages;
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public int pages() {
      return pages;
    }
  }

  /**
   * @param html well-formed page dressed for paper
   * @param asOf date of the document
   */
  public static Document of(String html, Instant asOf) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = builder(html, out);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      int pages = document.getNumberOfPages();
      fix(document, asOf);
      document.save(out);
      document.close();
      return new Document(out.toByteArray(), pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PdfRendererBuilder builder(String html, ByteArrayOutputStream out) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useSVGDrawer(new BatikSVGDrawer());
    font(builder, "Evenhand Sans", 400, "inter-regular");
    font(builder, "Evenhand Sans", 700, "inter-semibold");
    font(builder, "Evenhand Serif", 400, "literata-medium");
    builder.withHtmlContent(html.replace(SCREEN_TEXT, PAPER_TEXT), null);
    builder.toStream(out);
    return builder;
  }

  private static void font(PdfRendererBuilder builder, String family, int weight, String file) {
    byte[] bytes = Resources.bytes("fonts/" + file + ".ttf");
    builder.useFont(() -> new ByteArrayInputStream(bytes), family, weight, FontStyle.NORMAL, true);
  }

  private static void fix(PDDocument document, Instant asOf) {
    Calendar date = GregorianCalendar.getInstance(TimeZone.getTimeZone("UTC"));
    date.setTimeInMillis(asOf.toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setCreationDate(date);
    information.setModificationDate(date);
    information.setProducer("Evenhand");
    document.setDocumentId(asOf.toEpochMilli());
  }
}
