/** Exceptions a user can act on. */
@NullMarked
package org.evenhand.errors;

import org.jspecify.annotations.NullMarked;
