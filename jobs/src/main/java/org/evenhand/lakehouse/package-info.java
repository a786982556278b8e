/** Verify, maintain, publish: operations on whole tables. */
@NullMarked
package org.evenhand.lakehouse;

import org.jspecify.annotations.NullMarked;
