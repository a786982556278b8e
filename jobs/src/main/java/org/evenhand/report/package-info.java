/** Facts to view models to HTML, PDF and JSON. */
@NullMarked
package org.evenhand.report;

import org.jspecify.annotations.NullMarked;
