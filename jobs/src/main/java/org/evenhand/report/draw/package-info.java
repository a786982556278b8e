/** Small drawings and charts as SVG: intervals drawn, not only written. */
@NullMarked
package org.evenhand.report.draw;

import org.jspecify.annotations.NullMarked;
