@NullMarked
package org.evenhand.estimate;

import org.jspecify.annotations.NullMarked;
