package org.evenhand.simulate.world;

/** The skills that evidence speaks about. */
public enum Skill {
  DISCOVERY("Discovery"),
  NEGOTIATION("Negotiation"),
  RELATIONSHIP("Relationship building"),
  MARKET("Market positioning"),
  PRODUCT("Product knowledge");

  private final String label;

  Skill(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The id used in competency frameworks and feedback tools. */
  public String id() {
    return "SK-" + name();
  }
}
