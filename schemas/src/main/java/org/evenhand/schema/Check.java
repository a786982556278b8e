package org.evenhand.schema;

/**
 * A rule over one row, in Spark SQL. NULL counts as holding: a rule about an unknown value cannot
 * fail.
 *
 * @param name snake_case name, unique in its table
 * @param expr Spark SQL boolean expression
 * @param severity what a violation does
 * @param message what a person reads when it does not hold
 */
public record Check(String name, String expr, Severity severity, String message) {}
