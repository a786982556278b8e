package org.evenhand.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRecordsTest {
  private static final ReadPlan.Ndjson LINES = new ReadPlan.Ndjson("");

  @TempDir Path directory;

  private List<String> shown(String text, ReadPlan plan) throws IOException {
    return Reading.shown(Reading.file(directory, "a.json", text), plan);
  }

  @Test
  void pathsReachIntoObjectsAndArraysComeAsText() throws IOException {
    assertThat(
            shown(
                "{\"metaData\":{\"id\":7782342274025937895},\"tags\":[\"a\",\"b\"],\"x\":1.10}\n",
                Reading.plan(LINES, "metaData.id!", "tags", "tags.1", "x", "none")))
        .containsExactly("1: 7782342274025937895|[\"a\",\"b\"]|b|1.10|null");
  }

  @Test
  void badLineIsOneBrokenRecord() throws IOException {
    assertThat(
            shown(
                "{\"id\":1}\r\n{\"id\":\n\n[2]\n{\"id\":3,\"id\":4}\n{\"id\":5} x\n{\"id\":6}",
                Reading.plan(LINES, "id!")))
        .hasSize(6)
        .satisfies(
            all -> {
              assertThat(all.get(0)).isEqualTo("1: 1");
              assertThat(all.get(1)).startsWith("2! The record is no JSON");
              assertThat(all.get(2)).isEqualTo("4! The record is no JSON object.");
              assertThat(all.get(3)).startsWith("5! The record is no JSON");
              assertThat(all.get(4)).startsWith("6! The record is no JSON");
              assertThat(all.get(5)).isEqualTo("7: 6");
            });
  }

  @Test
  void requiredFieldInNoRecordFailsTheFileAndNamesTheNearMiss() {
    assertThatThrownBy(() -> shown("{\"Ammount\":1}\n", Reading.plan(LINES, "amount!")))
        .hasMessageContaining("Required column 'amount' is missing (found 'Ammount')");
  }

  @Test
  void explodedArrayGivesARowAnElementWithFieldsOfTheRecord() throws IOException {
    ReadPlan plan = Reading.plan(new ReadPlan.Ndjson("content.trackers"), "name!", "../id!");
    assertThat(
            shown(
                """
                {"id":1,"content":{"trackers":[{"name":"a"},{"name":"b"}]}}
                {"id":2}
                {"id":3,"content":{"trackers":{}}}
                """,
                plan))
        .containsExactly("1: a|1", "1: b|1", "3! The field 'content.trackers' is no array.");
  }

  @Test
  void newFieldsAreReportedAndDroppedOnesLeaveNoTrace() throws IOException {
    ReadPlan plan = Reading.dropping(Reading.plan(LINES, "id!", "note"), "ssn");
    Path file =
        Reading.file(directory, "n.json", "{\"id\":1,\"ssn\":\"1-2\",\"extra\":0}\n{\"ssn\n");
    FileColumns columns = Reading.columns(file, plan);
    assertThat(columns.added()).containsExactly("extra");
    assertThat(columns.dropped()).containsExactly("ssn");
    assertThat(Reading.read(file, plan)).noneMatch(r -> r.raw().contains("ssn"));
  }

  @Test
  void arrayOfADocumentIsReadAsAStream() throws IOException {
    ReadPlan plan = Reading.plan(new ReadPlan.Json("/data/records", ""), "id!");
    assertThat(
            shown("{\"v\":[9],\n\"data\":{\"records\":[{\"id\":1},\n{\"id\":2}]},\"n\":2}", plan))
        .containsExactly("2: 1", "3: 2");
    assertThat(shown("[{\"id\":1},{\"id\":2}]", Reading.plan(new ReadPlan.Json("", ""), "id!")))
        .containsExactly("1: 1", "1: 2");
    assertThat(shown("{\"data\":{\"records\":[]}}", plan)).isEmpty();
  }

  @Test
  void documentThatBreaksFailsTheFileWithItsLine() {
    ReadPlan plan = Reading.plan(new ReadPlan.Json("", ""), "id!");
    assertThatThrownBy(() -> shown("[{\"id\":1},\n{\"id\":2}", plan))
        .hasMessageContaining("breaks at line 2");
    assertThatThrownBy(() -> shown("[{\"id\":1}]\n]", plan)).hasMessageContaining("breaks at line");
  }

  @Test
  void documentWithoutTheArrayFailsTheFile() {
    ReadPlan plan = Reading.plan(new ReadPlan.Json("/records", ""), "id!");
    assertThatThrownBy(() -> shown("{\"record\":[]}", plan))
        .hasMessageContaining("no array at '/records'");
  }
}
