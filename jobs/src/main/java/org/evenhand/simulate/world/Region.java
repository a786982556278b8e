package org.evenhand.simulate.world;

import java.time.ZoneId;

/**
 * Where a team sells: its country, time zone, currency and the size of an ordinary amount in that
 * currency relative to a US dollar.
 */
public enum Region {
  NORTHEAST("US", "America/New_York", "USD", 1.0),
  WEST("US", "America/Los_Angeles", "USD", 1.0),
  DACH("DE", "Europe/Berlin", "EUR", 0.92),
  UK("GB", "Europe/London", "GBP", 0.79),
  CANADA("CA", "America/Toronto", "CAD", 1.36),
  JAPAN("JP", "Asia/Tokyo", "JPY", 148.0);

  private final String country;
  private final ZoneId zone;
  private final String currency;
  private final double perDollar;

  Region(String country, String zone, String currency, double perDollar) {
    this.country = country;
    this.zone = ZoneId.of(zone);
    this.currency = currency;
    this.perDollar = perDollar;
  }

  public String country() {
    return country;
  }

  public ZoneId zone() {
    return zone;
  }

  public String currency() {
    return currency;
  }

  public double perDollar() {
    return perDollar;
  }
}
