package org.evenhand.table;

/**
 * One complete computation of a quarter.
 *
 * @param quarter fiscal quarter such as {@code 2026Q3}
 * @param id hash of input checksums, configuration and code, 12 hex characters
 */
public record Edition(String quarter, String id) {}
