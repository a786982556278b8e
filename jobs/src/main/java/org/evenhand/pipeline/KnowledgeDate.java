package org.evenhand.pipeline;

import java.time.Instant;
import java.util.Comparator;
import org.evenhand.errors.DataException;
import org.evenhand.table.Tables;
import org.evenhand.table.columns.BronzeFile;

/** The default knowledge date: everything landed so far counts, nothing depends on the clock. */
final class KnowledgeDate {
  private KnowledgeDate() {}

  /**
   * @throws DataException when nothing has landed yet
   */
  static Instant newestExtract(Tables tables) {
    return tables.rows(BronzeFile.TABLE).stream()
        .filter(row -> BronzeFile.STATUS.text(row).equals("LANDED"))
        .map(BronzeFile.EXTRACTED_AT::instant)
        .max(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                new DataException(
                    "Cannot report on this quarter: no file has landed yet. Check --landing and the"
                        + " file patterns of schemas/sources."));
  }
}
