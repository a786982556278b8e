package org.evenhand.simulate.world;

import java.util.List;

/** Invented names; any likeness is chance. */
final class Names {
  private static final List<String> GIVEN =
      List.of(
          "Ada", "Bela", "Caro", "Dara", "Edda", "Femi", "Gita", "Hana", "Imre", "Jola", "Kofi",
          "Lena", "Milo", "Nuno", "Orla", "Pia", "Quin", "Rosa", "Soren", "Tova", "Uma", "Vito",
          "Wren", "Xenia", "Yuki", "Zora", "Anouk", "Bjarne", "Chidi", "Denise", "Elif", "Zoë");
  private static final List<String> FAMILY =
      List.of(
          "Almgren",
          "Bastide",
          "Corvin",
          "Dahlia",
          "Estwick",
          "Farrow",
          "Gardel",
          "Holloway",
          "Ishara",
          "Jansky",
          "Kestrel",
          "Lindqvist",
          "Marlowe",
          "Nakato",
          "O'Dell",
          "Petrov",
          "Quayle",
          "Rosario",
          "Sandoval",
          "Tanaka",
          "Umber",
          "Valdez",
          "Winter",
          "Yarrow",
          "Zimmer",
          "Müller",
          "Brontë",
          "Castellan",
          "Drummond",
          "Everhart");

  private Names() {}

  static Person.Name of(long seed, int number) {
    Dice dice = Dice.of(seed, "name", number);
    return new Person.Name(dice.pick(GIVEN), dice.pick(FAMILY));
  }
}
