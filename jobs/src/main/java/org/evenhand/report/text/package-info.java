/**
 * Facts as words: the only place where a number becomes a string, and sentences that can be
 * checked.
 */
@NullMarked
package org.evenhand.report.text;

import org.jspecify.annotations.NullMarked;
