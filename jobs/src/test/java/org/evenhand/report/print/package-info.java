@NullMarked
package org.evenhand.report.print;

import org.jspecify.annotations.NullMarked;
