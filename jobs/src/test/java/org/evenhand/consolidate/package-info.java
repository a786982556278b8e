/** Consolidation, tested on a few rows at a time; each trap of real exports has a test. */
@NullMarked
package org.evenhand.consolidate;

import org.jspecify.annotations.NullMarked;
