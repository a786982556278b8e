/** The only reader and writer of Delta tables. */
@NullMarked
package org.evenhand.table;

import org.jspecify.annotations.NullMarked;
