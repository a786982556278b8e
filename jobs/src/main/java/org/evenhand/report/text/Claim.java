package org.evenhand.report.text;

import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Verdict;

/** Something a sentence says beyond its numbers; it can be evaluated again on any fact set. */
public sealed interface Claim {

  /** The comparison came out this way. */
  record VerdictIs(FactKey key, Verdict verdict) implements Claim {
    @Override
    public boolean holds(FactSet facts) {
      return facts.get(key).verdict() == verdict;
    }
  }

  /** There is no number. */
  record HasNoValue(FactKey key) implements Claim {
    @Override
    public boolean holds(FactSet facts) {
      return !facts.get(key).isKnown();
    }
  }

  /** It was looked for, and no evidence stands behind it. */
  record HasNoEvidence(FactKey key) implements Claim {
    @Override
    public boolean holds(FactSet facts) {
      Fact fact = facts.get(key);
      return !fact.isAbsent() && fact.sample() == 0;
    }
  }

  /** There is a number and it is above a limit. */
  record Above(FactKey key, double limit) implements Claim {
    @Override
    public boolean holds(FactSet facts) {
      Fact fact = facts.get(key);
      return fact.isKnown() && fact.value().orElse(0) > limit;
    }
  }

  /** There is a number and it is not above a limit. */
  record NotAbove(FactKey key, double limit) implements Claim {
    @Override
    public boolean holds(FactSet facts) {
      Fact fact = facts.get(key);
      return fact.isKnown() && fact.value().orElse(0) <= limit;
    }
  }

  /** Whether the facts still say so. */
  boolean holds(FactSet facts);
}
