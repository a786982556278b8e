package org.evenhand.estimate;

import java.util.Optional;

/**
 * Columns and settings of a survival estimate.
 *
 * @param time column with the time of exit
 * @param event column that says whether the exit was an event
 * @param eventValue its value that means so; found from 0/1 or 1/2 when empty
 * @param group column that parts the cases
 * @param entry column with the time observation began, for delayed entry
 * @param cause column that names the cause of the event
 * @param tau horizon of the restricted mean; the shortest of the groups' longest times when empty
 */
public record SurvivalOptions(
    String time,
    String event,
    Optional<String> eventValue,
    Optional<String> group,
    Optional<String> entry,
    Optional<String> cause,
    Optional<Double> tau) {}
