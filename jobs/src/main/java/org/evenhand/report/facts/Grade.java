package org.evenhand.report.facts;

/** How a number came about; only A and B may open a gate. */
public enum Grade {
  A("measured against a comparison group of the same time"),
  B("before and after for the same reps"),
  C("a count times standard minutes"),
  D("what people reported about themselves"),
  NONE("");

  private final String meaning;

  Grade(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
