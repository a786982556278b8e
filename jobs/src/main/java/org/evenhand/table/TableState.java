package org.evenhand.table;

/**
 * What a table held at one version.
 *
 * @param version Delta version, -1 when the table does not exist yet
 * @param rows number of rows
 * @param checksum order-independent checksum of all rows: equal content gives equal checksums
 */
public record TableState(Table table, long version, long rows, String checksum) {}
