/** Read-only SQL over what was published: guard, small-cell rule, output. */
@NullMarked
package org.evenhand.sql;

import org.jspecify.annotations.NullMarked;
