package org.evenhand.consolidate;

import java.util.List;
import org.apache.spark.sql.functions;
import org.evenhand.table.Column;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeActivity;
import org.evenhand.table.columns.BronzeAdverseAction;
import org.evenhand.table.columns.BronzeAiAssist;
import org.evenhand.table.columns.BronzeAiUsage;
import org.evenhand.table.columns.BronzeCall;
import org.evenhand.table.columns.BronzeCallCaptureSetting;
import org.evenhand.table.columns.BronzeCallParty;
import org.evenhand.table.columns.BronzeChallenge;
import org.evenhand.table.columns.BronzeCheckin;
import org.evenhand.table.columns.BronzeCoachingSession;
import org.evenhand.table.columns.BronzeCommissionLine;
import org.evenhand.table.columns.BronzeDecision;
import org.evenhand.table.columns.BronzeFeedback;
import org.evenhand.table.columns.BronzeGoal;
import org.evenhand.table.columns.BronzeGoalProgress;
import org.evenhand.table.columns.BronzeLead;
import org.evenhand.table.columns.BronzeOneOnOne;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.BronzeOpportunityFieldChange;
import org.evenhand.table.columns.BronzeOpportunitySplit;
import org.evenhand.table.columns.BronzeOpportunityStage;
import org.evenhand.table.columns.BronzeReview;
import org.evenhand.table.columns.BronzeScorecardAnswer;
import org.evenhand.table.columns.BronzeSurveyResponse;
import org.evenhand.table.columns.BronzeTerritoryMember;
import org.evenhand.table.columns.BronzeTicket;
import org.evenhand.table.columns.BronzeWorkWeek;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverAdverseAction;
import org.evenhand.table.columns.SilverAiAssist;
import org.evenhand.table.columns.SilverAiUsage;
import org.evenhand.table.columns.SilverCallSignal;
import org.evenhand.table.columns.SilverCaptureSetting;
import org.evenhand.table.columns.SilverChallenge;
import org.evenhand.table.columns.SilverCheckin;
import org.evenhand.table.columns.SilverCoachingSession;
import org.evenhand.table.columns.SilverCommissionLine;
import org.evenhand.table.columns.SilverDecision;
import org.evenhand.table.columns.SilverFeedback;
import org.evenhand.table.columns.SilverGoal;
import org.evenhand.table.columns.SilverGoalProgress;
import org.evenhand.table.columns.SilverLead;
import org.evenhand.table.columns.SilverOneOnOne;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;
import org.evenhand.table.columns.SilverOpportunityStage;
import org.evenhand.table.columns.SilverReview;
import org.evenhand.table.columns.SilverSurveyResponse;
import org.evenhand.table.columns.SilverTerritoryAssignment;
import org.evenhand.table.columns.SilverTicket;
import org.evenhand.table.columns.SilverWorkWeek;

/**
 * A bronze column that names a person by an account.
 *
 * @param account the column
 * @param recordId the record's own id
 * @param target silver table the record goes to
 * @param required whether the record is left out when nobody is found
 */
record PersonReference(Column account, Column recordId, Table target, boolean required) {

  private static final List<Column> HIDDEN =
      List.of(
          BronzeAiUsage.IS_CONCEALED,
          BronzeWorkWeek.IS_CONCEALED,
          BronzeSurveyResponse.IS_PSEUDONYMOUS);

  Table source() {
    return account.table();
  }

  /** Whether the record names an account: concealed, pseudonymous and other changes do not. */
  org.apache.spark.sql.Column open() {
    if (source().equals(BronzeOpportunityFieldChange.TABLE)) {
      return Ownership.changesOwner();
    }
    return HIDDEN.stream()
        .filter(column -> column.table().equals(source()))
        .map(column -> functions.not(functions.coalesce(column.col(), functions.lit(false))))
        .findFirst()
        .orElse(functions.lit(true));
  }

  private static PersonReference required(Column account, Column id, Table target) {
    return new PersonReference(account, id, target, true);
  }

  private static PersonReference optional(Column account, Column id, Table target) {
    return new PersonReference(account, id, target, false);
  }

  /** All of them. */
  static final List<PersonReference> ALL =
      List.of(
          optional(
              BronzeOpportunity.OWNER_USER_ID,
              BronzeOpportunity.OPPORTUNITY_ID,
              SilverOpportunity.TABLE),
          required(
              BronzeOpportunitySplit.USER_ID,
              BronzeOpportunitySplit.SPLIT_ID,
              SilverOpportunityCredit.TABLE),
          optional(
              BronzeOpportunityStage.CHANGED_BY_USER_ID,
              BronzeOpportunityStage.STAGE_EVENT_ID,
              SilverOpportunityStage.TABLE),
          optional(
              BronzeOpportunityFieldChange.OLD_VALUE,
              BronzeOpportunityFieldChange.CHANGE_ID,
              SilverOpportunityCredit.TABLE),
          optional(
              BronzeOpportunityFieldChange.NEW_VALUE,
              BronzeOpportunityFieldChange.CHANGE_ID,
              SilverOpportunityCredit.TABLE),
          required(
              BronzeTerritoryMember.USER_ID,
              BronzeTerritoryMember.TERRITORY_ID,
              SilverTerritoryAssignment.TABLE),
          optional(BronzeLead.OWNER_USER_ID, BronzeLead.LEAD_ID, SilverLead.TABLE),
          required(BronzeActivity.OWNER_USER_ID, BronzeActivity.ACTIVITY_ID, SilverActivity.TABLE),
          optional(BronzeCall.PRIMARY_USER_ID, BronzeCall.CALL_ID, SilverActivity.TABLE),
          required(BronzeCallParty.USER_ID, BronzeCallParty.CALL_ID, SilverCallSignal.TABLE),
          required(
              BronzeScorecardAnswer.REVIEWED_USER_ID,
              BronzeScorecardAnswer.ANSWERED_SCORECARD_ID,
              SilverCallSignal.TABLE),
          required(
              BronzeCallCaptureSetting.USER_ID,
              BronzeCallCaptureSetting.USER_ID,
              SilverCaptureSetting.TABLE),
          optional(BronzeTicket.ASSIGNEE_USER_ID, BronzeTicket.TICKET_ID, SilverTicket.TABLE),
          required(BronzeFeedback.RECEIVER_ID, BronzeFeedback.FEEDBACK_ID, SilverFeedback.TABLE),
          optional(BronzeFeedback.GIVER_ID, BronzeFeedback.FEEDBACK_ID, SilverFeedback.TABLE),
          required(BronzeOneOnOne.REPORT_ID, BronzeOneOnOne.ONE_ON_ONE_ID, SilverOneOnOne.TABLE),
          optional(BronzeOneOnOne.MANAGER_ID, BronzeOneOnOne.ONE_ON_ONE_ID, SilverOneOnOne.TABLE),
          required(BronzeCheckin.AUTHOR_ID, BronzeCheckin.CHECKIN_ID, SilverCheckin.TABLE),
          optional(BronzeCheckin.REVIEWER_ID, BronzeCheckin.CHECKIN_ID, SilverCheckin.TABLE),
          required(BronzeGoal.OWNER_ID, BronzeGoal.GOAL_ID, SilverGoal.TABLE),
          optional(BronzeGoal.SETTER_ID, BronzeGoal.GOAL_ID, SilverGoal.TABLE),
          optional(
              BronzeGoalProgress.RECORDED_BY_ID,
              BronzeGoalProgress.GOAL_ID,
              SilverGoalProgress.TABLE),
          required(BronzeReview.REVIEWEE_ID, BronzeReview.REVIEW_ID, SilverReview.TABLE),
          optional(BronzeReview.REVIEWER_ID, BronzeReview.REVIEW_ID, SilverReview.TABLE),
          required(
              BronzeCommissionLine.PARTICIPANT_ID,
              BronzeCommissionLine.LINE_ID,
              SilverCommissionLine.TABLE),
          required(BronzeAiUsage.PERSON_ID, BronzeAiUsage.EVENT_ID, SilverAiUsage.TABLE),
          optional(BronzeAiUsage.SUBJECT_PERSON_ID, BronzeAiUsage.EVENT_ID, SilverAiUsage.TABLE),
          required(BronzeAiAssist.PERSON_ID, BronzeAiAssist.ARTIFACT_ID, SilverAiAssist.TABLE),
          required(BronzeWorkWeek.PERSON_ID, BronzeWorkWeek.WEEK_START, SilverWorkWeek.TABLE),
          required(
              BronzeCoachingSession.REP_ID,
              BronzeCoachingSession.SESSION_ID,
              SilverCoachingSession.TABLE),
          optional(
              BronzeCoachingSession.COACH_ID,
              BronzeCoachingSession.SESSION_ID,
              SilverCoachingSession.TABLE),
          optional(
              BronzeSurveyResponse.RESPONDENT_ID,
              BronzeSurveyResponse.SURVEY_ID,
              SilverSurveyResponse.TABLE),
          required(
              BronzeAdverseAction.WORKER_ID,
              BronzeAdverseAction.ACTION_ID,
              SilverAdverseAction.TABLE),
          optional(
              BronzeAdverseAction.DECIDER_WORKER_ID,
              BronzeAdverseAction.ACTION_ID,
              SilverAdverseAction.TABLE),
          optional(
              BronzeDecision.SUBJECT_WORKER_ID, BronzeDecision.DECISION_ID, SilverDecision.TABLE),
          optional(
              BronzeDecision.DECIDER_WORKER_ID, BronzeDecision.DECISION_ID, SilverDecision.TABLE),
          required(BronzeChallenge.WORKER_ID, BronzeChallenge.CHALLENGE_ID, SilverChallenge.TABLE),
          optional(
              BronzeChallenge.REVIEWER_WORKER_ID,
              BronzeChallenge.CHALLENGE_ID,
              SilverChallenge.TABLE));
}
