/**
 * Skills: what counts as evidence of them and what does not, and what the evidence says of each
 * person, with every source's say.
 */
@NullMarked
package org.evenhand.skills;

import org.jspecify.annotations.NullMarked;
