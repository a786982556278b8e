/** Skill inference against brute-force refits and dense algebra. */
@NullMarked
package org.evenhand.stats.skills;

import org.jspecify.annotations.NullMarked;
