/** Linear Gaussian state space: one curve seen through noise, at any times, in plain Java. */
@NullMarked
package org.evenhand.stats.statespace;

import org.jspecify.annotations.NullMarked;
