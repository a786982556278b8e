/** Tests of the artefacts on a fact set made by hand. */
@NullMarked
package org.evenhand.report;

import org.jspecify.annotations.NullMarked;
