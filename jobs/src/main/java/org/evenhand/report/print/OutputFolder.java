package org.evenhand.report.print;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.report.Artefact;
import org.evenhand.report.page.Frame;
import org.evenhand.schema.Sha256;

/** The quarter's directory: files appear whole, and files nobody makes any more go away. */
public final class OutputFolder {
  private static final String LIST = "artefacts.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path directory;

  public OutputFolder(Path directory) {
    this.directory = directory;
  }

  /** A file name for an id, whatever is in it: different ids have different names. */
  public static String name(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8)
        .replace(".", "%2E")
        .replace("*", "%2A")
        .replace('%', '~');
  }

  /** Writes a page. */
  public Artefact write(String kind, String path, Frame frame, int pages, String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return write(kind, path, frame.use().audience(), pages, bytes);
  }

  /** Writes a file: a reader sees the old one or the new one, never half of it. */
  public Artefact write(String kind, String path, String audience, int pages, byte[] bytes) {
    try {
      Path target = directory.resolve(path);
      Files.createDirectories(target.toAbsolutePath().getParent());
      Path draft = target.resolveSibling("." + target.getFileName() + ".new");
      Files.write(draft, bytes);
      Files.move(
          draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return new Artefact(kind, path, audience, pages, Sha256.of(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lists what there is now, and removes what the list of before had and this one has not.
   *
   * @param status how final the numbers are
   */
  public void finish(String status, List<Artefact> artefacts) {
    Set<String> paths = artefacts.stream().map(Artefact::path).collect(Collectors.toSet());
    listedBefore().stream().filter(path -> !paths.contains(path)).forEach(this::remove);
    write("LIST", LIST, "", 0, list(status, artefacts));
  }

  private List<String> listedBefore() {
    try {
      Path list = directory.resolve(LIST);
      return Files.exists(list)
          ? JSON.readTree(Files.readAllBytes(list)).findValuesAsText("path")
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove(String path) {
    try {
      Files.deleteIfExists(directory.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] list(String status, List<Artefact> artefacts) {
    ObjectNode list = JSON.createObjectNode().put("status", status);
    ArrayNode array = list.putArray("artefacts");
    for (Artefact artefact : artefacts) {
      ObjectNode node = array.addObject();
      node.put("kind", artefact.kind());
      node.put("path", artefact.path());
      node.put("audience", artefact.audience());
      node.put("pages", artefact.pages());
      node.put("sha256", artefact.sha256());
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of texts is always JSON", e);
    }
  }
}
