/** Writes the simulated company in the vendors' own export formats, one class per system. */
@NullMarked
package org.evenhand.simulate.export;

import org.jspecify.annotations.NullMarked;
