package org.evenhand.schema;

/**
 * How one kind of export file becomes rows of one bronze table. Two mappings may read the same
 * file.
 *
 * @param about which export this is
 * @param target the bronze table
 * @param shape which files, and how records lie in them
 * @param text how text becomes dates, instants and NULL
 * @param delivery what a file says about time and about keys it does not hold
 * @param fields what becomes of the source columns
 */
public record SourceMapping(
    About about,
    TableName target,
    FileShape shape,
    TextRules text,
    Delivery delivery,
    FieldRules fields) {

  /**
   * @param system system the file was exported from, the rows' {@code _system}
   * @param object kind of record, as that system calls it
   * @param description what one record is, for the dictionary
   */
  public record About(String system, String object, String description) {}

  /** {@code system/object}, unique in a catalogue. */
  public String name() {
    return about.system() + "/" + about.object();
  }

  /**
   * SHA-256, in hex, of everything that decides which rows a file becomes: canonical JSON with all
   * defaults filled in, without the description.
   */
  public String fingerprint() {
    return MappingFingerprint.of(this);
  }
}
