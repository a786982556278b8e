/** Seeded generator of raw exports with planted truth. */
@NullMarked
package org.evenhand.simulate;

import org.jspecify.annotations.NullMarked;
