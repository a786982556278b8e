/** Laws of tables, over both engines. */
@NullMarked
package org.evenhand.table;

import org.jspecify.annotations.NullMarked;
