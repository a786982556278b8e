@NullMarked
package org.evenhand.stats.did;

import org.jspecify.annotations.NullMarked;
