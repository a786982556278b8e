/** Records to rows of a bronze contract: normalising, expressions, typing, checks. */
@NullMarked
package org.evenhand.intake.row;

import org.jspecify.annotations.NullMarked;
