@NullMarked
package org.evenhand.pipeline;

import org.jspecify.annotations.NullMarked;
