/** Numerics in plain Java: no Spark, no I/O. */
@NullMarked
package org.evenhand.stats;

import org.jspecify.annotations.NullMarked;
