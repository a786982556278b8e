package org.evenhand.simulate.world;

/** The four role families, with the hours of an ordinary week before any AI. */
public enum Role {
  SDR("Sales Development", 14.5, 18.5),
  AE("Account Executive", 17.0, 15.0),
  CSM("Customer Success", 16.0, 15.5),
  SUPPORT("Customer Support", 13.0, 20.0);

  private final String family;
  private final double nonSellingHours;
  private final double sellingHours;

  Role(String family, double nonSellingHours, double sellingHours) {
    this.family = family;
    this.nonSellingHours = nonSellingHours;
    this.sellingHours = sellingHours;
  }

  /** HR's name of the job family. */
  public String family() {
    return family;
  }

  public double nonSellingHours() {
    return nonSellingHours;
  }

  public double sellingHours() {
    return sellingHours;
  }
}
