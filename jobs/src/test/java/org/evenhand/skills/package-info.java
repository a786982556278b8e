@NullMarked
package org.evenhand.skills;

import org.jspecify.annotations.NullMarked;
