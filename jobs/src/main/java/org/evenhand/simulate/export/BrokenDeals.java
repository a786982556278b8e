package org.evenhand.simulate.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Deal;
import org.evenhand.simulate.world.Deals;
import org.evenhand.simulate.world.Horizon;

/** The broken and odd rows at the end of the last quarter's deals. */
final class BrokenDeals {
  private final Company company;

  BrokenDeals(Company company) {
    this.company = company;
  }

  String rows() {
    Object[] good = odd(1);
    StringBuilder rows = new StringBuilder();
    BrokenRows.add(rows, with(odd(1), 3, "Deal \"Big Ben\"\nsecond line, with comma"));
    BrokenRows.add(rows, fifteen(odd(2)));
    BrokenRows.add(rows, with(odd(3), 11, "=HYPERLINK(\"http://example.com\",\"Referral\")"));
    BrokenRows.add(rows, with(odd(4), 12, "#N/A"));
    BrokenRows.add(rows, with(odd(5), 6, "0.00"));
    deleted().ifPresent(row -> BrokenRows.add(rows, row));
    BrokenRows.add(rows, with(odd(11), 15, "2026-13-45"));
    BrokenRows.add(rows, with(odd(12), 6, "12k"));
    BrokenRows.add(rows, with(odd(13), 0, ""));
    BrokenRows.add(rows, with(odd(14), 8, "XXX"));
    BrokenRows.add(rows, Arrays.copyOf(odd(15), 9));
    Object[] longer = Arrays.copyOf(odd(16), good.length + 2);
    longer[good.length] = "stray";
    longer[good.length + 1] = "cells";
    BrokenRows.add(rows, longer);
    return rows.toString();
  }

  /** A won deal of the first rep with a key of its own. */
  private Object[] odd(int number) {
    Deal model = firstWon();
    Deal copy =
        new Deal(
            BrokenRows.KEYS + number, model.owner(), model.stint(), model.terms(), model.course());
    return DealRows.state(copy, copy.on(copy.decided()), lastDelivery());
  }

  /** The first deal anybody won in the last quarter. */
  private Deal firstWon() {
    Deals deals = new Deals(company);
    return company.people().stream()
        .flatMap(person -> deals.of(person).stream())
        .filter(deal -> deal.course().won())
        .filter(deal -> Horizon.quarterOf(deal.decided()).equals(company.horizon().last()))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Object[]> deleted() {
    Quarter before = company.horizon().last().previous().previous();
    return new Deals(company)
        .of(company.person(Cast.DELETED_DEAL)).stream()
            .filter(deal -> deal.course().won())
            .filter(deal -> Horizon.quarterOf(deal.decided()).equals(before))
            .findFirst()
            .map(this::deletedRow);
  }

  private Object[] deletedRow(Deal deal) {
    Object[] row = DealRows.state(deal, deal.on(deal.decided()), lastDelivery());
    row[19] = true;
    row[21] = lastDelivery().from().plusDays(40) + "T09:00:00.000Z";
    return row;
  }

  private static Object[] fifteen(Object[] row) {
    row[0] = row[0].toString().substring(0, 15);
    row[2] = row[2].toString().substring(0, 15);
    return row;
  }

  private Delivery lastDelivery() {
    return new Delivery(company, company.horizon().last(), new Landing(Path.of(".")));
  }

  private static Object[] with(Object[] row, int column, String value) {
    row[column] = value;
    return row;
  }
}
