package org.evenhand.report.page;

import org.evenhand.report.ReportHeader;

/**
 * What surrounds every page.
 *
 * @param title of the document
 * @param use first block
 * @param header what the footer says
 * @param look styles and whether the page is for paper
 * @param pages how many sheets the document has
 */
public record Frame(String title, Texts.Use use, ReportHeader header, Look look, int pages) {

  /**
   * How the page is dressed.
   *
   * @param styles CSS put into the page
   */
  public record Look(String styles, boolean paper) {}

  /** The line at the foot of every sheet, without the page number. */
  public String footer() {
    ReportHeader.Origin origin = header.origin();
    return String.join(
        " · ",
        header.quarter(),
        "as of " + header.asOf(),
        "run " + origin.runId(),
        "edition " + origin.edition(),
        "configuration " + origin.configHash(),
        "code " + origin.codeVersion(),
        header.status().toString(),
        "for " + use.audience());
  }

  public Frame dressed(Look newLook) {
    return new Frame(title, use, header, newLook, pages);
  }
}
