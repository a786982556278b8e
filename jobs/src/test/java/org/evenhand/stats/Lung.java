package org.evenhand.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The NCCTG lung cancer data with the figures R prints for them, from the reference cases. */
record Lung(List<Patient> patients, JsonNode expected) {

  /** Sex 1 is male. */
  record Patient(Spell spell, int sex) {}

  static final Path FOLDER = Path.of("..", "..", "shared", "data", "survival_lung");

  static Lung read() {
    try {
      List<Patient> patients =
          Files.readAllLines(FOLDER.resolve("lung.csv")).stream()
              .skip(1)
              .map(Lung::patient)
              .toList();
      JsonNode expected = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
      return new Lung(patients, expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Patient patient(String line) {
    String[] cells = line.split(",", -1);
    int cause = cells[2].equals("2") ? 1 : 0;
    return new Patient(Spell.of(Double.parseDouble(cells[1]), cause), Integer.parseInt(cells[3]));
  }

  List<Spell> all() {
    return patients.stream().map(Patient::spell).toList();
  }

  List<Spell> ofSex(int sex) {
    return patients.stream().filter(p -> p.sex() == sex).map(Patient::spell).toList();
  }
}
