package org.evenhand.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes one small class of column constants per table contract, so that a wrong column name in a
 * job does not compile. Run by the build of the {@code jobs} module; the output is never edited.
 */
public final class ColumnHandles {
  private static final String PACKAGE = "org.evenhand.table.columns";

  private ColumnHandles() {}

  /** {@code args[0]} = the directory of generated sources. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]).resolve(PACKAGE.replace('.', '/'));
    Files.createDirectories(directory);
    for (TableContract contract : Contracts.bundled().all()) {
      write(directory.resolve(className(contract.name()) + ".java"), source(contract));
    }
  }

  static String className(TableName name) {
    return camel(name.layer().name().toLowerCase(Locale.ROOT)) + camel(name.name());
  }

  static String source(TableContract contract) {
    String constants =
        contract.columns().stream().map(ColumnHandles::constant).collect(Collectors.joining("\n"));
    return """
        package %s;

        import org.evenhand.table.Column;
        import org.evenhand.table.Table;

        /** %s */
        public final class %s {
          public static final Table TABLE = Table.of("%s");

        %s
          private %s() {}
        }
        """
        .formatted(
            PACKAGE,
            comment(contract.description()),
            className(contract.name()),
            contract.name(),
            constants,
            className(contract.name()));
  }

  private static String constant(ColumnContract column) {
    return """
          /** %s */
          public static final Column %s = TABLE.column("%s");
        """
        .formatted(comment(column.description()), constantName(column.name()), column.name());
  }

  private static String constantName(String column) {
    return column.toUpperCase(Locale.ROOT).replaceFirst("^_", "META_");
  }

  private static String comment(String text) {
    return text.replace("*/", "* /")
        .replace("@", "&#64;")
        .replace("&", "&amp;")
        .replace("<", "&lt;");
  }

  private static String camel(String snake) {
    return Stream.of(snake.split("_"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }

  private static void write(Path file, String source) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(source)) {
      Files.writeString(file, source);
    }
  }
}
