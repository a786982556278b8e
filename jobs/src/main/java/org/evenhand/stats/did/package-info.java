/**
 * Group-time average treatment effects for a staggered rollout (Callaway and Sant'Anna 2021), fed
 * by sums. Plain Java: {@link org.evenhand.stats.did.Plan} says who is compared with whom, {@link
 * org.evenhand.stats.did.Sums} holds the sums, {@link org.evenhand.stats.did.GroupTime} the effects
 * with what every cluster contributes, {@link org.evenhand.stats.did.Aggregates} their averages.
 */
@NullMarked
package org.evenhand.stats.did;

import org.jspecify.annotations.NullMarked;
