/** Every estimator against a published figure and a second computation. */
@NullMarked
package org.evenhand.stats;

import org.jspecify.annotations.NullMarked;
