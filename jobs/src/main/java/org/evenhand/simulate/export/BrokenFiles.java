package org.evenhand.simulate.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Whole files that are broken or come twice, in the last delivery. */
public final class BrokenFiles implements Exporter {
  @Override
  public void export(Delivery delivery) {
    if (!delivery.isLast()) {
      return;
    }
    Landing landing = delivery.landing();
    String middle = delivery.to().minusDays(16).toString();
    landing.bytes("zendesk/ticket/tickets_%s.jsonl".formatted(middle), new byte[0]);
    landing.bytes("gong/call/calls_%s.jsonl.gz".formatted(middle), truncated());
    landing.text(
        "enablement/coaching_session/coaching_session_%s.csv".formatted(middle),
        "sesion_id,coach_id,rep_id,held_on\r\nS1,W600002,W100001,2026-09-01T09:00:00Z\r\n");
    twice(delivery);
    again(delivery);
  }

  private static byte[] truncated() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      lines.append("{\"metaData\":{\"id\":\"51000000009000").append(10_000 + i * 37 % 9_973);
      lines.append("\",\"started\":\"2026-09-10T10:00:00Z\"}}\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() * 3 / 5);
  }

  /** The same bytes under another name. */
  private static void twice(Delivery delivery) {
    String name = "salesforce/territory2/Territory2_%s".formatted(delivery.extracted());
    delivery.landing().bytes(name + "_copy.csv", read(delivery, name + ".csv"));
  }

  /** The same window exported again, one row shorter. */
  private static void again(Delivery delivery) {
    String name =
        "salesforce/opportunity_split/OpportunitySplit_%s".formatted(delivery.extracted());
    String first = new String(read(delivery, name + ".csv"), StandardCharsets.UTF_8);
    int end = first.lastIndexOf('\n', first.length() - 2);
    delivery.landing().text(name + "_again.csv", first.substring(0, end + 1));
  }

  private static byte[] read(Delivery delivery, String path) {
    try {
      Path file = delivery.landing().root().resolve(path);
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
