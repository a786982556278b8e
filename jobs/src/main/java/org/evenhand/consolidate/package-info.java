/** Bronze to silver: identity, assignments over time, currency, calendars, deduplication. */
@NullMarked
package org.evenhand.consolidate;

import org.jspecify.annotations.NullMarked;
