/** What is not yours: conditions a rep does not control, and what was to be expected from them. */
@NullMarked
package org.evenhand.structure;

import org.jspecify.annotations.NullMarked;
