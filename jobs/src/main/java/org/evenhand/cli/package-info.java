/** Commands: parse options, build the session, map exceptions to exit codes. */
@NullMarked
package org.evenhand.cli;

import org.jspecify.annotations.NullMarked;
