package org.evenhand.consolidate;

/**
 * What most transforms look up: who is behind an account, where they stood, which fiscal week and
 * quarter a day is in, what a currency was worth.
 */
record Lookups(People people, Spans spans, Calendar calendar, Rates rates) {}
