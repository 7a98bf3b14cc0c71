/** The coming weeks, from trailing seven-day sums of all places learnt together. */
@NullMarked
package org.hilum.epidemic.forecasting.weekly;

import org.jspecify.annotations.NullMarked;
