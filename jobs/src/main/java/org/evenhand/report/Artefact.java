package org.evenhand.report;

/**
 * One file that was written.
 *
 * @param kind EXE, HYG, MGR, REP, PACKET or INDEX
 * @param path relative to the quarter's directory, with forward slashes
 * @param audience who may read it
 * @param pages printed pages, 0 for data files
 * @param sha256 of the bytes
 */
public record Artefact(String kind, String path, String audience, int pages, String sha256) {

  /** The file's name without its folder. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
