/** Pages to files: styles, HTML, tagged PDF. */
@NullMarked
package org.evenhand.report.print;

import org.jspecify.annotations.NullMarked;
