/**
 * What the counts may be tomorrow and in the next weeks, with calibrated intervals, scored against
 * what came.
 */
@NullMarked
package org.hilum.epidemic.forecasting;

import org.jspecify.annotations.NullMarked;
