/** Effects of a rollout against published figures and a second computation. */
@NullMarked
package org.evenhand.stats.did;

import org.jspecify.annotations.NullMarked;
