package org.evenhand.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Ways in which an export file arrives broken. */
final class Mutation {
  private static final List<BiFunction<byte[], Random, byte[]>> WAYS =
      List.of(
          Mutation::flippedBytes,
          Mutation::flippedBytes,
          Mutation::truncated,
          Mutation::withoutAColumn,
          Mutation::withoutAHeaderName,
          Mutation::shortenedLines,
          Mutation::strayCharacters,
          Mutation::otherEncoding,
          Mutation::repeatedPart,
          Mutation::brokenGzip);

  private Mutation() {}

  static byte[] of(byte[] file, Random random) {
    byte[] mutated = WAYS.get(random.nextInt(WAYS.size())).apply(file, random);
    return random.nextInt(4) == 0
        ? WAYS.get(random.nextInt(WAYS.size())).apply(mutated, random)
        : mutated;
  }

  private static byte[] flippedBytes(byte[] file, Random random) {
    byte[] copy = file.clone();
    for (int i = random.nextInt(20); i >= 0 && copy.length > 0; i--) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static byte[] truncated(byte[] file, Random random) {
    return Arrays.copyOf(file, random.nextInt(file.length + 1));
  }

  private static byte[] withoutAColumn(byte[] file, Random random) {
    int column = random.nextInt(8);
    return lines(file, line -> dropped(line, column));
  }

  private static byte[] withoutAHeaderName(byte[] file, Random random) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int end = Math.max(text.indexOf('\n'), 0);
    return bytes(dropped(text.substring(0, end), random.nextInt(8)) + text.substring(end));
  }

  private static byte[] shortenedLines(byte[] file, Random random) {
    return lines(
        file,
        line ->
            random.nextInt(10) == 0 ? line.substring(0, random.nextInt(line.length() + 1)) : line);
  }

  private static byte[] strayCharacters(byte[] file, Random random) {
    StringBuilder text = new StringBuilder(new String(file, StandardCharsets.ISO_8859_1));
    for (int i = random.nextInt(10); i >= 0; i--) {
      text.insert(
          random.nextInt(text.length() + 1), "\",;\n\r\0\u00ff{}[]\t'".charAt(random.nextInt(13)));
    }
    return bytes(text.toString());
  }

  private static byte[] otherEncoding(byte[] file, Random random) {
    String text = "\u00fc" + new String(file, StandardCharsets.UTF_8);
    return switch (random.nextInt(4)) {
      case 0 -> text.getBytes(StandardCharsets.UTF_16);
      case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
      case 2 -> text.replace('e', '\u00e9').getBytes(StandardCharsets.ISO_8859_1);
      default -> text.getBytes(StandardCharsets.UTF_16BE);
    };
  }

  private static byte[] repeatedPart(byte[] file, Random random) {
    int from = random.nextInt(file.length + 1);
    int to = from + random.nextInt(file.length - from + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, to);
    out.write(file, from, file.length - from);
    return out.toByteArray();
  }

  private static byte[] brokenGzip(byte[] file, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] packed = out.toByteArray();
    return random.nextBoolean() ? truncated(packed, random) : flippedBytes(packed, random);
  }

  private static byte[] lines(byte[] file, java.util.function.UnaryOperator<String> each) {
    return bytes(
        new String(file, StandardCharsets.ISO_8859_1)
            .lines()
            .map(each)
            .collect(Collectors.joining("\n")));
  }

  private static String dropped(String line, int column) {
    List<String> cells = new java.util.ArrayList<>(List.of(line.split(",", -1)));
    if (column < cells.size()) {
      cells.remove(column);
    }
    return String.join(",", cells);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
