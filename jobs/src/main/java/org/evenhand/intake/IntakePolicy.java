package org.evenhand.intake;

import com.fasterxml.jackson.databind.JsonNode;
import org.evenhand.schema.Policies;

/**
 * When intake stops, and what it does on the driver.
 *
 * @param maxRejectShare a file that rejects more than this share of its records is not taken, and
 *     the job fails
 * @param toleratedRejects so many rejected records a file are never too many
 * @param driverBytes a mapping's new files up to this size are read on the driver
 */
record IntakePolicy(double maxRejectShare, long toleratedRejects, long driverBytes) {

  static IntakePolicy of(Policies policies) {
    JsonNode policy = policies.get("intake");
    return new IntakePolicy(
        policy.path("maxRejectShare").asDouble(),
        policy.path("toleratedRejects").asLong(),
        policy.path("driverBytes").asLong());
  }

  boolean isTooMany(long rejected, long read) {
    return rejected > toleratedRejects && rejected > maxRejectShare * read;
  }
}
