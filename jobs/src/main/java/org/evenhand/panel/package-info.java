/** Silver to the one fact base the analyses share. */
@NullMarked
package org.evenhand.panel;

import org.jspecify.annotations.NullMarked;
