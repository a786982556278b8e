/** Effects of a treatment that reaches teams at different dates: pure Java, no Spark, no I/O. */
@NullMarked
package org.evenhand.stats.did;

import org.jspecify.annotations.NullMarked;
