/** Filters against dense Gaussian algebra. */
@NullMarked
package org.evenhand.stats.statespace;

import org.jspecify.annotations.NullMarked;
