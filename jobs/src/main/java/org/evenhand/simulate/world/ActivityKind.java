package org.evenhand.simulate.world;

/** What reps spend hours on; the vendors' words for each are the exporters' business. */
public enum ActivityKind {
  CUSTOMER_MEETING(true, 0.34, 60, 0),
  DEMO(true, 0.18, 75, 0),
  CUSTOMER_CALL(true, 0.28, 40, 0),
  PROPOSAL(true, 0.12, 80, 0),
  CUSTOMER_MAIL(true, 0.08, 12, 0),
  CRM_ADMIN(false, 0.30, 90, 0.5),
  INTERNAL_MEETING(false, 0.24, 60, 0),
  INBOX(false, 0.16, 75, 0.2),
  REPORTING(false, 0.11, 80, 0.1),
  RESEARCH(false, 0.12, 70, 0.2),
  TRAINING(false, 0.07, 60, 0);

  private final boolean selling;
  private final double share;
  private final int minutes;
  private final double savedShare;

  ActivityKind(boolean selling, double share, int minutes, double savedShare) {
    this.selling = selling;
    this.share = share;
    this.minutes = minutes;
    this.savedShare = savedShare;
  }

  /** The planted truth of what counts as selling. */
  public boolean selling() {
    return selling;
  }

  /** Share of the selling, or of the non-selling, hours of an ordinary week. */
  public double share() {
    return share;
  }

  /** Usual length of one activity. */
  public int minutes() {
    return minutes;
  }

  /** Share of the hours saved by AI that come out of this kind. */
  public double savedShare() {
    return savedShare;
  }
}
