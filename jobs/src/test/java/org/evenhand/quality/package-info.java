/** Tests of contract-driven row checks. */
@NullMarked
package org.evenhand.quality;

import org.jspecify.annotations.NullMarked;
