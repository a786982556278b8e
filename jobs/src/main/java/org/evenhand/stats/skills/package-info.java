/** One skill curve per person and skill, seen by many kinds of witness; plain Java. */
@NullMarked
package org.evenhand.stats.skills;

import org.jspecify.annotations.NullMarked;
