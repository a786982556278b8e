package org.evenhand.intake.row;

import java.io.Serializable;

/**
 * One file to read.
 *
 * @param file absolute path
 * @param sha256 digest of its bytes as found
 * @param stamp what its rows say about their origin
 */
public record ReadTask(String file, String sha256, FileStamp stamp) implements Serializable {}
