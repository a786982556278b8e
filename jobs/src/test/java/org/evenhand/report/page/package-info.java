@NullMarked
package org.evenhand.report.page;

import org.jspecify.annotations.NullMarked;
