/** Parquet files row by row, as JSON. No Spark. */
@NullMarked
package org.evenhand.parquet;

import org.jspecify.annotations.NullMarked;
