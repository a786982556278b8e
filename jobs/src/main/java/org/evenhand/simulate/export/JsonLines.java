package org.evenhand.simulate.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file of one JSON object per line being written. */
public final class JsonLines implements Closeable {
  private final OutputStream out;
  private final String tail;

  /**
   * @param tail text written before closing
   */
  JsonLines(OutputStream out, String tail) {
    this.out = out;
    this.tail = tail;
  }

  /** A new empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public void line(JsonNode node) {
    raw(node.toString());
  }

  /** Writes a line as it is. */
  public void raw(String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.write(tail.getBytes(StandardCharsets.UTF_8));
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
