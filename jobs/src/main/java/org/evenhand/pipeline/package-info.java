/** The index of all jobs, the plan of a run, the run log. */
@NullMarked
package org.evenhand.pipeline;

import org.jspecify.annotations.NullMarked;
