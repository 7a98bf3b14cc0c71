/** The forecast hubs' CSV, read and written. */
@NullMarked
package org.hilum.epidemic.forecasting.hub;

import org.jspecify.annotations.NullMarked;
