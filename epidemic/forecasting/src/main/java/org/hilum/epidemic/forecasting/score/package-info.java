/** How good forecasts were: the weighted interval score, its parts, coverage, calibration. */
@NullMarked
package org.hilum.epidemic.forecasting.score;

import org.jspecify.annotations.NullMarked;
