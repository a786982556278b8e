package org.evenhand.intake;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.intake.read.Digests;
import org.evenhand.intake.read.UnreadableFile;
import org.evenhand.schema.SourceMapping;

/**
 * Files of the landing directory that the ledger does not know yet. Files that cannot be identified
 * are entered as failed.
 */
final class Arrivals {
  private final Ledger ledger;
  private final Map<String, String> digests = new ConcurrentHashMap<>();
  private final Set<String> taken = new HashSet<>();

  Arrivals(Ledger ledger) {
    this.ledger = ledger;
  }

  Map<SourceMapping, List<Candidate>> of(Landing landing) {
    landing.byMapping().values().stream()
        .flatMap(List::stream)
        .distinct()
        .parallel()
        .forEach(file -> digests.put(file.path(), digest(file)));
    Map<SourceMapping, List<Candidate>> fresh = new LinkedHashMap<>();
    landing
        .byMapping()
        .forEach(
            (mapping, files) -> {
              List<Candidate> candidates = new ArrayList<>();
              files.forEach(file -> candidate(mapping, file).ifPresent(candidates::add));
              if (!candidates.isEmpty()) {
                fresh.put(mapping, candidates);
              }
            });
    landing.unmapped().forEach(file -> ledger.add(Entries.unmapped(file)));
    return fresh;
  }

  private Optional<Candidate> candidate(SourceMapping mapping, LandedFile file) {
    String digest = digests.getOrDefault(file.path(), "");
    if (digest.contains(" ")) {
      ledger.add(Entries.failed(mapping, file, "", digest));
      return Optional.empty();
    }
    Optional<Instant> extracted = ExtractTimes.of(mapping.delivery().extractTime(), file.path());
    if (extracted.isEmpty()) {
      ledger.add(Entries.failed(mapping, file, digest, noExtractTime(mapping, file)));
      return Optional.empty();
    }
    Candidate candidate = new Candidate(mapping, file, digest, extracted.get());
    return ledger.knows(candidate.fileId()) || !taken.add(candidate.fileId())
        ? Optional.empty()
        : Optional.of(candidate);
  }

  private static String noExtractTime(SourceMapping mapping, LandedFile file) {
    return "The path '%s' does not say when the file was exported. Put the date into its name as 2026-09-30, or declare extractTime in mapping %s."
        .formatted(file.path(), mapping.name());
  }

  /** The digest, or a sentence why there is none. */
  private static String digest(LandedFile file) {
    try {
      return Digests.of(file.file());
    } catch (IOException e) {
      return UnreadableFile.because(e).reason();
    }
  }
}
