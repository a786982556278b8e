package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What nobody in sales controls, by territory and month: market, pricing, brand, economy. Each
 * index is 100 in ordinary times.
 */
public final class Economy {
  private final Company company;

  public Economy(Company company) {
    this.company = company;
  }

  /** Seasonal demand of the territory. */
  public double market(int territory, LocalDate day) {
    double season = 5 * StrictMath.sin(2 * StrictMath.PI * (day.getMonthValue() - 2) / 12.0);
    return 100 + season + 2 * noise("market", territory, day);
  }

  /** List prices: raised by six percent at the start of 2026. */
  public double pricing(LocalDate day) {
    return day.getYear() >= 2026 ? 106 : 100;
  }

  /** Share of inbound interest; nobody measures it in Japan. */
  public double brand(int territory, LocalDate day) {
    return 100 + 4 * noise("brand", territory / 10, day);
  }

  /** Regional economy, slowly falling by half a point a quarter. */
  public double economy(Region region, LocalDate day) {
    long months = ChronoUnit.MONTHS.between(company.horizon().start(), day);
    return 100 - months / 6.0 + noise("economy " + region, 0, day);
  }

  /** Shift of the log odds of winning a deal created on that day in that territory. */
  public double oddsShift(int territory, LocalDate day) {
    Region region = company.territory(territory).region();
    return company.territory(territory).quality()
        + 0.012 * (market(territory, day) - 100)
        - 0.01 * (pricing(day) - 100)
        + 0.01 * (brand(territory, day) - 100)
        + 0.01 * (economy(region, day) - 100);
  }

  private double noise(String what, long key, LocalDate day) {
    return company.dice(what, key, day.getYear() * 12L + day.getMonthValue()).normal();
  }
}
