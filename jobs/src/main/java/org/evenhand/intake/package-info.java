/** Export files to bronze: mapping, parsing, checks, rejects, file ledger. */
@NullMarked
package org.evenhand.intake;

import org.jspecify.annotations.NullMarked;
