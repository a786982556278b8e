package org.evenhand.simulate;

import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.export.Agreements;
import org.evenhand.simulate.export.AiRegister;
import org.evenhand.simulate.export.AiUse;
import org.evenhand.simulate.export.BrokenFiles;
import org.evenhand.simulate.export.BrokenRows;
import org.evenhand.simulate.export.Coaching;
import org.evenhand.simulate.export.Delivery;
import org.evenhand.simulate.export.Directory;
import org.evenhand.simulate.export.Disputes;
import org.evenhand.simulate.export.Exporter;
import org.evenhand.simulate.export.Feedback;
import org.evenhand.simulate.export.FifteenFive;
import org.evenhand.simulate.export.Finance;
import org.evenhand.simulate.export.GermanStatements;
import org.evenhand.simulate.export.Goals;
import org.evenhand.simulate.export.GongCalls;
import org.evenhand.simulate.export.GongUsers;
import org.evenhand.simulate.export.HrCases;
import org.evenhand.simulate.export.HubSpot;
import org.evenhand.simulate.export.Landing;
import org.evenhand.simulate.export.LateFile;
import org.evenhand.simulate.export.OfficeAi;
import org.evenhand.simulate.export.OneOnOnes;
import org.evenhand.simulate.export.Planning;
import org.evenhand.simulate.export.Registers;
import org.evenhand.simulate.export.Reviews;
import org.evenhand.simulate.export.SalesforceAccounts;
import org.evenhand.simulate.export.SalesforceActivities;
import org.evenhand.simulate.export.SalesforceDeals;
import org.evenhand.simulate.export.SalesforceLeads;
import org.evenhand.simulate.export.SalesforcePeople;
import org.evenhand.simulate.export.SalesforceReference;
import org.evenhand.simulate.export.Survey;
import org.evenhand.simulate.export.Truth;
import org.evenhand.simulate.export.VendorScores;
import org.evenhand.simulate.export.Workday;
import org.evenhand.simulate.export.WorkdayJobs;
import org.evenhand.simulate.export.Xactly;
import org.evenhand.simulate.export.XactlyOrders;
import org.evenhand.simulate.export.Zendesk;
import org.evenhand.simulate.world.Activities;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Deals;
import org.evenhand.simulate.world.Leads;
import org.evenhand.simulate.world.Pay;
import org.evenhand.simulate.world.Skills;
import org.evenhand.simulate.world.Tickets;

/** Writes a simulated company's raw exports and the truth behind them. */
public final class Simulator {
  private Simulator() {}

  /**
   * What was written.
   *
   * @param reps people simulated
   * @param teams teams they work in
   * @param quarters the quarters, in order
   * @param files files written, truth included
   * @param out where
   */
  public record Summary(int reps, int teams, List<Quarter> quarters, int files, String out) {}

  /** Runs the simulation; files that exist are replaced, others in the directory stay. */
  public static Summary run(Simulation simulation) {
    Company company = company(simulation);
    boolean broken = simulation.volume().broken();
    Landing landing =
        new Landing(
            simulation.out().resolve("landing"),
            broken ? new BrokenRows(company).all() : Map.of(),
            simulation.isWrittenFast() ? Deflater.BEST_SPEED : Deflater.BEST_COMPRESSION);
    List<Exporter> exporters = exporters(company, simulation.volume());
    for (Quarter quarter : simulation.horizon().quarters()) {
      Delivery delivery = new Delivery(company, quarter, landing);
      exporters.forEach(exporter -> exporter.export(delivery));
      if (broken) {
        new BrokenFiles().export(delivery);
      }
    }
    Landing late = new Landing(simulation.out().resolve("late"));
    Activities activities = new Activities(company, simulation.volume().activities());
    new LateFile(activities).export(new Delivery(company, simulation.horizon().last(), late));
    Landing truth = new Landing(simulation.out().resolve("truth"));
    new Truth(company, truth).write();
    return new Summary(
        company.people().size(),
        company.teams().size(),
        simulation.horizon().quarters(),
        landing.files() + late.files() + truth.files(),
        simulation.out().toString());
  }

  /** The company behind the exports of a simulation. */
  public static Company company(Simulation simulation) {
    return Company.found(
        simulation.seed(), simulation.horizon(), simulation.reps(), simulation.scenario());
  }

  private static List<Exporter> exporters(Company company, Simulation.Volume volume) {
    Activities activities = new Activities(company, volume.activities());
    Deals deals = new Deals(company);
    Leads leads = new Leads(company);
    Skills skills = new Skills(company);
    Pay pay = new Pay(company);
    return List.of(
        new Finance(),
        new Workday(),
        new WorkdayJobs(),
        new SalesforcePeople(),
        new SalesforceReference(),
        new SalesforceAccounts(),
        new SalesforceDeals(deals, pay),
        new SalesforceLeads(leads),
        new SalesforceActivities(activities, deals, leads, volume.daily()),
        new XactlyOrders(deals),
        new Xactly(pay),
        new GermanStatements(pay),
        new GongUsers(),
        new GongCalls(activities, skills),
        new Zendesk(new Tickets(company)),
        new AiRegister(),
        new AiUse(volume.aiUse()),
        new Planning(),
        new Feedback(skills),
        new OneOnOnes(skills),
        new Goals(skills),
        new Reviews(skills),
        new FifteenFive(),
        new Coaching(),
        new Survey(),
        new Registers(),
        new Agreements(),
        new HrCases(),
        new Disputes(),
        new VendorScores(),
        new OfficeAi(),
        new HubSpot(),
        new Directory());
  }
}
