/**
 * Effects of AI rollouts on the rep: who is compared with whom, sums by Spark, estimates on the
 * driver, and what they mean in hours and money.
 */
@NullMarked
package org.evenhand.roi;

import org.jspecify.annotations.NullMarked;
