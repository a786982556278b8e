package org.evenhand.report.text;

import org.evenhand.report.facts.Fact;

/** A piece of a sentence: words, or a number that belongs to a fact. */
public sealed interface Part {

  /** Fixed words. */
  record Words(String text) implements Part {}

  /** A number exactly as {@link Print} prints it in one of its forms. */
  record Cited(Fact fact, Form form) implements Part {
    @Override
    public String text() {
      return form.print(fact);
    }
  }

  /** The reason a fact gives, as the end of a sentence. */
  record Quoted(Fact fact) implements Part {
    @Override
    public String text() {
      return Clauses.of(fact.reason());
    }
  }

  /** The form in which a number stands in a sentence. */
  enum Form {
    VALUE,
    FULL,
    RANGE,
    VERDICT;

    String print(Fact fact) {
      return switch (this) {
        case VALUE -> Print.value(fact);
        case FULL -> Print.full(fact);
        case RANGE ->
            Print.range(fact).isEmpty()
                ? Print.value(fact)
                : Print.value(fact) + " (" + Print.range(fact) + ")";
        case VERDICT -> Print.verdict(fact);
      };
    }
  }

  String text();
}
