package org.evenhand.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {
  private static final ReadPlan PLAN = Reading.plan(Reading.COMMA, "Id!", "Name|name_");

  @TempDir Path directory;

  private List<String> shown(String csv) throws IOException {
    return shown(csv.getBytes(StandardCharsets.UTF_8), PLAN);
  }

  private List<String> shown(byte[] csv, ReadPlan plan) throws IOException {
    return Reading.shown(Reading.file(directory, "a.csv", csv), plan);
  }

  @Test
  void byteOrderMarkIsTakenOff() throws IOException {
    assertThat(shown("\uFEFFId,Name\n1,a\n")).containsExactly("2: 1|a");
  }

  @Test
  void lineEndsMayBeMixed() throws IOException {
    assertThat(shown("Id,Name\r\n1,a\n2,\"b\"\r\n3,c\r4,d"))
        .containsExactly("2: 1|a", "3: 2|b", "4: 3|c", "5: 4|d");
  }

  @Test
  void embeddedNewlinesAndQuotesStayAndLinesAreCounted() throws IOException {
    assertThat(shown("Id,Name\n1,\"x\r\ny\"\n2,\"say \"\"hi\"\", now\"\n"))
        .containsExactly("2: 1|x\r\ny", "4: 2|say \"hi\", now");
  }

  @Test
  void missingMarkersAreNull() throws IOException {
    assertThat(shown("Id,Name\n1,\n2,\"\"\n3, #N/A \n"))
        .containsExactly("2: 1|null", "3: 2|null", "4: 3|null");
  }

  @Test
  void nineteenDigitIdsAndFormulasStayText() throws IOException {
    assertThat(shown("Id,Name\n1234567890123456789,=1+1\n007,@x\n"))
        .containsExactly("2: 1234567890123456789|=1+1", "3: 007|@x");
  }

  @Test
  void raggedRecordIsBrokenWithBothCounts() throws IOException {
    assertThat(shown("Id,Name\n1\n2,b,c\n3,d\n"))
        .containsExactly(
            "2! The record has 1 values, the header has 2.",
            "3! The record has 3 values, the header has 2.",
            "4: 3|d");
  }

  @Test
  void blankLinesAreNoRecords() throws IOException {
    assertThat(shown("\nId,Name\n\n1,a\n\r\n")).containsExactly("4: 1|a");
  }

  @Test
  void strayQuoteCostsItsOwnLineOnly() throws IOException {
    assertThat(shown("Id,Name\n1,\"a\n2,\"b\"\n3,c\n4,\"d"))
        .containsExactly(
            "2! The line has a quote that is not doubled inside a quoted value, or never closed.",
            "3: 2|b",
            "4: 3|c",
            "5! The line opens a quote that is never closed.");
  }

  @Test
  void quoteInsideAPlainValueIsText() throws IOException {
    assertThat(shown("Id,Name\n1,5\" pipe\n")).containsExactly("2: 1|5\" pipe");
  }

  @Test
  void footerAtTheEndIsNoRecordAndInTheMiddleItIsBroken() throws IOException {
    ReadPlan.Csv csv = new ReadPlan.Csv(',', '"', "UTF-8", List.of("Total.*", "\"?Copyright.*"));
    ReadPlan plan = Reading.plan(csv, "Id!", "Name");
    assertThat(
            shown(
                "Id,Name\n1,a\nTotal,1\n\nCopyright (c) X\n".getBytes(StandardCharsets.UTF_8),
                plan))
        .containsExactly("2: 1|a");
    assertThat(shown("Id,Name\nTotal,1\n2,b\n".getBytes(StandardCharsets.UTF_8), plan))
        .containsExactly("2! The line looks like a report footer but records follow it.", "3: 2|b");
  }

  @Test
  void declaredEncodingIsUsed() throws IOException {
    ReadPlan.Csv csv = new ReadPlan.Csv(';', '\'', "windows-1252", List.of());
    byte[] bytes = "Id;Name\n1;'Müller; €'\n".getBytes(Charset.forName("windows-1252"));
    assertThat(shown(bytes, Reading.plan(csv, "Id", "Name"))).containsExactly("2: 1|Müller; €");
  }

  @Test
  void utf16WithByteOrderMarkIsRecognised() throws IOException {
    byte[] bytes = "\uFEFFId,Name\n1,ü\n".getBytes(StandardCharsets.UTF_16LE);
    assertThat(shown(bytes, PLAN)).containsExactly("2: 1|ü");
  }

  @Test
  void malformedBytesAreReportedNeverReplaced() throws IOException {
    byte[] bytes = "Id,Name\n1,M\u00fcller\n2,b\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Reading.file(directory, "latin.csv", bytes);
    assertThat(Reading.shown(file, PLAN).get(0)).startsWith("2! The byte \\xFC is no UTF-8 text.");
    assertThat(Reading.read(file, PLAN).get(0).raw()).isEqualTo("1,M\\xFCller");
    assertThat(Reading.shown(file, PLAN).get(1)).isEqualTo("3: 2|b");
  }

  @Test
  void nulCharacterBreaksItsRecord() throws IOException {
    assertThat(shown("Id,Name\n1,a\0b\n" + "2,cccccccccccccccccccccc\n".repeat(3)).get(0))
        .isEqualTo("2! The record holds a NUL character.");
  }

  @Test
  void utf16WithoutMarkIsUnreadableNotGarbage() {
    byte[] bytes = "Id,Name\n1,a\n".getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> shown(bytes, PLAN))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("Declare csv.encoding");
  }

  @Test
  void valueLongerThanTheLimitDoesNotTakeTheFileWithIt() throws IOException {
    String huge = "x".repeat(CsvRecords.LONGEST + 10);
    assertThat(shown("Id,Name\n1," + huge + "\n2,b\n"))
        .hasSize(3)
        .last()
        .isEqualTo("4: 2|b".replace("4", "3"));
  }

  @Test
  void droppedColumnsAreInNoRawText() throws IOException {
    ReadPlan plan = Reading.dropping(PLAN, "SSN");
    Path file = Reading.file(directory, "d.csv", "Id,ssn,Name\n1,123-45,a\n2,999-99\n");
    assertThat(Reading.read(file, plan)).extracting(SourceRecord::raw).first().isEqualTo("1,a");
    assertThat(Reading.read(file, plan).get(1).raw()).doesNotContain("999");
    assertThat(Reading.columns(file, plan).dropped()).containsExactly("ssn");
  }
}
