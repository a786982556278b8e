package org.evenhand.simulate.world;

import java.util.List;

/**
 * What a person told HR about themselves; everything may be undisclosed.
 *
 * @param gender as HR writes it, empty when undisclosed
 * @param races HR's codes, none when undisclosed, several when several apply
 * @param birthYear always known to HR
 */
public record Demography(String gender, List<String> races, int birthYear) {
  private static final List<String> CODES =
      List.of(
          "White", "Asian", "Black or African American", "Hispanic or Latino", "Two or More Races");

  public Demography {
    races = List.copyOf(races);
  }

  static Demography draw(Dice dice) {
    String gender =
        List.of("Female", "Male", "Non-binary", "").get(dice.weighted(0.43, 0.47, 0.03, 0.07));
    int races = dice.weighted(0.08, 0.85, 0.07);
    int first = dice.weighted(0.5, 0.18, 0.16, 0.13, 0.03);
    int second = (first + 1 + dice.below(3)) % 4;
    List<String> codes =
        races == 0
            ? List.of()
            : races == 1 ? List.of(CODES.get(first)) : List.of(CODES.get(first), CODES.get(second));
    return new Demography(gender, codes, 1962 + dice.below(41));
  }

  public boolean isWoman() {
    return gender.equals("Female");
  }
}
