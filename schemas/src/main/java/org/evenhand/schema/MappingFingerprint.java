package org.evenhand.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Canonical JSON of a mapping (properties sorted, defaults filled in) and its SHA-256. */
final class MappingFingerprint {
  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private MappingFingerprint() {}

  static String of(SourceMapping mapping) {
    return Sha256.of(canonical(mapping));
  }

  static String canonical(SourceMapping mapping) {
    try {
      return CANONICAL.writeValueAsString(
          List.of(
              mapping.name(),
              mapping.target().toString(),
              mapping.shape(),
              mapping.text(),
              mapping.delivery(),
              mapping.fields()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
