package org.evenhand.structure;

/** What expectations are learnt from; each family has its own model. */
enum Family {
  /** Deals won or lost. */
  DEAL,
  /** Leads watched for the horizon. */
  LEAD,
  /** Weeks worked. */
  WEEK
}
