package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.util.Optional;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.LeadCase;
import org.evenhand.simulate.world.Leads;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Region;

/** Salesforce Lead: leads created or decided in the quarter. */
public final class SalesforceLeads implements Exporter {
  private static final String[] LEAD = {
    "Id",
    "OwnerId",
    "Status",
    "LeadSource",
    "Grade__c",
    "Segment__c",
    "CountryCode",
    "Territory2Id",
    "Assigned_At__c",
    "FirstCallDateTime",
    "Meeting_Held_At__c",
    "IsConverted",
    "ConvertedDate",
    "MasterRecordId",
    "IsDeleted",
    "CreatedDate",
    "SystemModstamp"
  };
  private final Leads leads;

  public SalesforceLeads(Leads leads) {
    this.leads = leads;
  }

  @Override
  public void export(Delivery delivery) {
    String path = "salesforce/lead/Lead_%s.csv.gz".formatted(delivery.extracted());
    try (CsvFile file = delivery.landing().csv(path, LEAD)) {
      for (Person person : delivery.company().people()) {
        for (int week = 0; week <= delivery.lastWeek(); week++) {
          for (LeadCase lead : leads.of(person, week)) {
            LocalDate closed = lead.response().closed();
            if (delivery.holds(lead.quality().created()) || delivery.holds(closed)) {
              write(file, lead, delivery);
            }
          }
        }
      }
    }
  }

  private static void write(CsvFile file, LeadCase lead, Delivery delivery) {
    Company company = delivery.company();
    Region region = company.team(lead.stint().post().team()).region();
    LocalDate closed = lead.response().closed();
    boolean decided = closed.isBefore(delivery.to());
    Optional<LocalDate> held = lead.response().meetingHeld().filter(day -> decided);
    String assigned = Text.utc(lead.response().assigned());
    String met =
        held.map(day -> Text.utc(day.atTime(14, 0).atZone(region.zone()).toInstant())).orElse("");
    file.row(
        Ids.salesforce("00Q", lead.key()),
        CrmUsers.idOf(lead.owner(), lead.quality().created()),
        held.isPresent() ? "Qualified" : decided ? "Unqualified" : "Working",
        lead.quality().source(),
        "ABCD".charAt(lead.quality().grade()),
        lead.quality().segment(),
        region.country(),
        Ids.territory(lead.stint().post().territory()),
        assigned,
        Text.utc(lead.response().firstResponse()),
        met,
        held.isPresent(),
        held.map(LocalDate::toString).orElse(""),
        "",
        false,
        assigned,
        decided ? closed + "T15:00:00.000Z" : assigned);
  }
}
