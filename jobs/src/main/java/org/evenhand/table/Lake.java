package org.evenhand.table;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.evenhand.schema.TableContract;

/**
 * Where tables lie: {@code <root>/<zone>/<layer>/<name>}, so that a zone is one directory.
 *
 * @param root URI of the lake; a plain path becomes a {@code file:} URI
 * @param published empty for the lake itself; otherwise the copies published with one edition, in
 *     {@code <root>/published/<quarter>/<edition>/<name>}
 */
public record Lake(String root, Optional<Edition> published) {
  public Lake {
    root = withoutEndSlash(root.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*") ? root : local(root));
  }

  public Lake(String root) {
    this(root, Optional.empty());
  }

  /** The copies published with an edition. */
  public Lake published(Edition edition) {
    return new Lake(root, Optional.of(edition));
  }

  /** The directory of a table as a URI. */
  public String path(Table table) {
    TableContract contract = table.contract();
    return published
        .map(e -> "%s/published/%s/%s/%s".formatted(root, e.quarter(), e.id(), name(contract)))
        .orElseGet(
            () ->
                "%s/%s/%s/%s"
                    .formatted(
                        root,
                        lower(contract.storage().zone()),
                        lower(contract.name().layer()),
                        name(contract)));
  }

  /** Whether the lake is on this machine's file system. */
  public boolean isLocal() {
    return root.startsWith("file:");
  }

  /** The lake's directory; only when {@link #isLocal()}. */
  public Path directory() {
    return Path.of(URI.create(root));
  }

  private static String name(TableContract contract) {
    return contract.name().name();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String local(String path) {
    return Path.of(path).toAbsolutePath().normalize().toUri().toString();
  }

  private static String withoutEndSlash(String uri) {
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }
}
