/** Lock, publishing and verification of a lake. */
@NullMarked
package org.evenhand.lakehouse;

import org.jspecify.annotations.NullMarked;
