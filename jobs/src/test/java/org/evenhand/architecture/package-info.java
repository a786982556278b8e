/** The rules of the house, each with its reason. */
@NullMarked
package org.evenhand.architecture;

import org.jspecify.annotations.NullMarked;
