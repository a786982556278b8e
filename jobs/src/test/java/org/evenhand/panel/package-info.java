/** The fact base on rows written by hand. */
@NullMarked
package org.evenhand.panel;

import org.jspecify.annotations.NullMarked;
