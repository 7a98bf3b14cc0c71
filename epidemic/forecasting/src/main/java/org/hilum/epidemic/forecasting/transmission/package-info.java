/** How the disease passes on: reproduction, growth, peak, beds and what-if. */
@NullMarked
package org.hilum.epidemic.forecasting.transmission;

import org.jspecify.annotations.NullMarked;
