/** Tests of contracts, mappings and policies. */
@NullMarked
package org.evenhand.schema;

import org.jspecify.annotations.NullMarked;
