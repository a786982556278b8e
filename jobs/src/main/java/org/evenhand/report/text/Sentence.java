package org.evenhand.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;

/**
 * A sentence made from facts. It keeps which words are numbers of which fact and what it claims, so
 * that a test can evaluate it again.
 */
public record Sentence(List<Part> parts, List<Claim> claims) {
  public Sentence {
    parts = List.copyOf(parts);
    claims = List.copyOf(claims);
  }

  /** A sentence without numbers or claims. */
  public static Sentence of(String words) {
    return new Builder().say(words).done();
  }

  public static Builder sentence() {
    return new Builder();
  }

  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  /** Whether every number and every claim is what these facts say. */
  public boolean holds(FactSet facts) {
    return parts.stream().allMatch(part -> isCurrent(part, facts))
        && claims.stream().allMatch(claim -> claim.holds(facts));
  }

  private static boolean isCurrent(Part part, FactSet facts) {
    if (part instanceof Part.Cited number) {
      return number.form().print(facts.get(number.fact().key())).equals(number.text());
    }
    if (part instanceof Part.Quoted quoted) {
      return Clauses.of(facts.get(quoted.fact().key()).reason()).equals(quoted.text());
    }
    return part.text().chars().noneMatch(Character::isDigit);
  }

  /** Puts a sentence together from left to right. */
  public static final class Builder {
    private final List<Part> parts = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    private Builder() {}

    public Builder say(String words) {
      parts.add(new Part.Words(words));
      return this;
    }

    public Builder number(Fact fact, Part.Form form) {
      parts.add(new Part.Cited(fact, form));
      return this;
    }

    public Builder value(Fact fact) {
      return number(fact, Part.Form.VALUE);
    }

    public Builder reason(Fact fact) {
      parts.add(new Part.Quoted(fact));
      return this;
    }

    public Builder claim(Claim claim) {
      claims.add(claim);
      return this;
    }

    public Builder claims(List<? extends Claim> more) {
      claims.addAll(more);
      return this;
    }

    public Sentence done() {
      return new Sentence(parts, claims);
    }
  }
}
