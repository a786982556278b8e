/** Export files to records: containers, encodings, CSV, NDJSON, JSON, Parquet. No Spark. */
@NullMarked
package org.evenhand.intake.read;

import org.jspecify.annotations.NullMarked;
