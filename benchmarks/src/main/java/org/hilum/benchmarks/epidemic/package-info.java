/** How good the epidemic forecasts are, beside the public hubs' on the same rows. */
@NullMarked
package org.hilum.benchmarks.epidemic;

import org.jspecify.annotations.NullMarked;
