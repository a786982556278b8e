/** Table contracts, source mappings and policies: the only description of a table or a source. */
@NullMarked
package org.evenhand.schema;

import org.jspecify.annotations.NullMarked;
