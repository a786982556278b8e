@NullMarked
package org.evenhand.roi;

import org.jspecify.annotations.NullMarked;
