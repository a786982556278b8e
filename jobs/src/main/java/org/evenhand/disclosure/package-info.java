/** What may be shown: small-cell suppression, pseudonyms. */
@NullMarked
package org.evenhand.disclosure;

import org.jspecify.annotations.NullMarked;
