package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.util.Optional;

/** The AI features in use: what watches reps came early and everywhere, what helps came by team. */
public enum Feature {
  AUTO_FILL("Record auto-fill", "ENABLEMENT", "PROCESSING", "REP", "Less typing into the CRM"),
  FOLLOW_UP("Follow-up drafts", "ENABLEMENT", "PROCESSING", "REP", "Faster follow-ups"),
  STRATEGY_BRIEF("Account briefs", "ENABLEMENT", "PATTERN", "REP", "Better prepared meetings"),
  COMPETITIVE_SUMMARY("Competitor notes", "ENABLEMENT", "PATTERN", "REP", "Answers on rivals"),
  CALL_SUMMARY("Call summaries", "OVERSIGHT", "PROCESSING", "MANAGER", "Managers follow calls"),
  SENTIMENT_FLAG("Sentiment flags", "OVERSIGHT", "PREDICTION", "MANAGER", "Spot unhappy calls"),
  TALK_RATIO("Talk ratio watch", "OVERSIGHT", "PROCESSING", "MANAGER", "Watch talk time"),
  PIPELINE_SCORE("Pipeline score", "OVERSIGHT", "PREDICTION", "MANAGER", "Score pipeline quality"),
  RISK_ACCOUNT("Risk accounts", "BOTH", "PREDICTION", "BOTH", "Find accounts at risk"),
  REVIEW_WRITING("Review writing help", "ENABLEMENT", "PROCESSING", "BOTH", "Write reviews faster");

  private static final LocalDate OVERSIGHT_SINCE = LocalDate.of(2025, 5, 5);
  private final String label;
  private final String use;
  private final String capability;
  private final String beneficiary;
  private final String purpose;

  Feature(String label, String use, String capability, String beneficiary, String purpose) {
    this.label = label;
    this.use = use;
    this.capability = capability;
    this.beneficiary = beneficiary;
    this.purpose = purpose;
  }

  public String label() {
    return label;
  }

  /** OVERSIGHT, ENABLEMENT or BOTH. */
  public String use() {
    return use;
  }

  public String capability() {
    return capability;
  }

  public String beneficiary() {
    return beneficiary;
  }

  public String purpose() {
    return purpose;
  }

  /** Whether it belongs to the bundle whose effect is planted. */
  public boolean inBundle() {
    return use.equals("ENABLEMENT") && this != REVIEW_WRITING;
  }

  /** The day it reaches the team; empty when it never does. */
  public Optional<LocalDate> liveIn(Team team) {
    return inBundle() ? team.goLive() : Optional.of(OVERSIGHT_SINCE);
  }
}
