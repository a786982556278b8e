/** Tests of the generator and of the committed sample. */
@NullMarked
package org.evenhand.simulate;

import org.jspecify.annotations.NullMarked;
