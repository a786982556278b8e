/** The simulated company: people, work, deals, skills, and the truth behind them. */
@NullMarked
package org.evenhand.simulate.world;

import org.jspecify.annotations.NullMarked;
