/** The facts an artefact may print, looked up by key; a missing number is a typed state. */
@NullMarked
package org.evenhand.report.facts;

import org.jspecify.annotations.NullMarked;
