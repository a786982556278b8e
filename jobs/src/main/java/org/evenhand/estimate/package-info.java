/**
 * The pipeline's estimators on anyone's table: a file in, one JSON object out, no Spark session.
 */
@NullMarked
package org.evenhand.estimate;

import org.jspecify.annotations.NullMarked;
