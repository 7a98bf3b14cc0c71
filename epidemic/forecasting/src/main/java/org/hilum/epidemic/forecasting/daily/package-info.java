/**
 * Tomorrow and the next seven days, from daily counts, also of young outbreaks and small places.
 */
@NullMarked
package org.hilum.epidemic.forecasting.daily;

import org.jspecify.annotations.NullMarked;
