/** Structure on companies drawn with planted conditions. */
@NullMarked
package org.evenhand.structure;

import org.jspecify.annotations.NullMarked;
