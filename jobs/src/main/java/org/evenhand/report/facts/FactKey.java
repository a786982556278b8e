package org.evenhand.report.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The four keys of a fact, as docs/facts.md lists them.
 *
 * @param dimension further cut, empty when there is none
 * @param period now, before, change, comparable, all, or a quarter
 */
public record FactKey(Subject subject, String measure, String dimension, String period) {

  /** The key of a measure without a further cut. */
  public static FactKey of(Subject subject, String measure, String period) {
    return new FactKey(subject, measure, "", period);
  }

  /** The id that goes with the key: 16 hex characters, the same in every edition. */
  public String id() {
    String text = String.join("|", subject.kind().name(), subject.id(), measure, dimension, period);
    return sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
