@NullMarked
package org.evenhand.report.text;

import org.jspecify.annotations.NullMarked;
