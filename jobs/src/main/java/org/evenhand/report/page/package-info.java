/**
 * What stands on each page, as records the templates print: no arithmetic on facts, no formatting.
 */
@NullMarked
package org.evenhand.report.page;

import org.jspecify.annotations.NullMarked;
