/** Tests of the shipped source mappings. */
@NullMarked
package org.evenhand.sources;

import org.jspecify.annotations.NullMarked;
