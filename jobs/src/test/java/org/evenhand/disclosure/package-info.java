/** Withholding against an attacker who subtracts. */
@NullMarked
package org.evenhand.disclosure;

import org.jspecify.annotations.NullMarked;
