/** What tests share: one Spark session per JVM, text tables typed by contracts. */
@NullMarked
package org.evenhand.testing;

import org.jspecify.annotations.NullMarked;
