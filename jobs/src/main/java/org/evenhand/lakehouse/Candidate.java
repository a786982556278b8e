package org.evenhand.lakehouse;

import java.nio.file.Path;
import java.util.List;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;

/**
 * What is to be published.
 *
 * @param edition quarter and edition
 * @param tables tables whose rows are copied: of edition tables this edition's, of others all
 * @param reports directory whose files are copied; an empty or missing directory copies none
 * @param origin the run that publishes
 */
public record Candidate(Edition edition, List<Table> tables, Path reports, Origin origin) {

  /**
   * @param runId the run that publishes
   * @param at when it publishes
   */
  public record Origin(String runId, java.time.Instant at) {}

  public Candidate {
    tables = List.copyOf(tables);
  }
}
