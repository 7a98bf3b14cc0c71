/** What the nowcast is measured against. */
@NullMarked
package org.hilum.epidemic.economy.backtest;

import org.jspecify.annotations.NullMarked;
