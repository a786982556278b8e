package org.evenhand.intake.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as exports must write it: no doubled names, nothing after the value, exact numbers. */
final class JsonText {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(200).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonText() {}

  /** What is wrong, without the parser's echo of the source. */
  static String problem(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    int echo = message.indexOf('\n');
    String first = echo < 0 ? message : message.substring(0, echo);
    String where = e.getLocation() == null ? "" : " at character " + e.getLocation().getColumnNr();
    return "The record is no JSON%s: %s.".formatted(where, MalformedBytes.shown(first));
  }
}
