/** What evidence says of people's skills, with intervals, and what each piece of it does. */
@NullMarked
package org.evenhand.skills;

import org.jspecify.annotations.NullMarked;
