package org.evenhand.stats.did;

import java.util.Arrays;
import java.util.Optional;

/** Which cohort every cluster belongs to, if it is one: what randomisation deals out anew. */
public final class Labels {
  private static final int UNSEEN = Integer.MIN_VALUE;

  private final int[] cohorts;
  private int mixed;

  Labels(int clusters) {
    this.cohorts = new int[clusters];
    Arrays.fill(cohorts, UNSEEN);
  }

  void see(int cluster, int cohort) {
    if (cohorts[cluster] != UNSEEN && cohorts[cluster] != cohort) {
      mixed++;
    }
    cohorts[cluster] = cohort;
  }

  /** The cohort of each cluster. */
  int[] cohorts() {
    return Arrays.stream(cohorts).map(cohort -> cohort == UNSEEN ? 0 : cohort).toArray();
  }

  /** Why labels cannot be dealt to whole clusters, if so. */
  Optional<String> whyNot() {
    return mixed > 0
        ? Optional.of("clusters hold units of several cohorts: labels cannot be dealt to clusters")
        : Optional.empty();
  }
}
