package org.evenhand.schema;

/**
 * Which files a mapping reads and how records lie in them.
 *
 * @param files glob relative to the landing root, for example {@code salesforce/opportunity/*.csv*}
 * @param format how the bytes are read, after gz or zip is taken off
 * @param csv dialect; the default one for other formats
 * @param records path of the array of records in format json, for example {@code /records}; empty =
 *     the document itself is the array
 * @param explode path of an array inside a record that gives one row per element; empty = one row
 *     per record
 */
public record FileShape(
    String files, FileFormat format, CsvDialect csv, String records, String explode) {}
