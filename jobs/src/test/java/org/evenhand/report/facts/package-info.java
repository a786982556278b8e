@NullMarked
package org.evenhand.report.facts;

import org.jspecify.annotations.NullMarked;
