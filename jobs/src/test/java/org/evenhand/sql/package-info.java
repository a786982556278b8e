@NullMarked
package org.evenhand.sql;

import org.jspecify.annotations.NullMarked;
