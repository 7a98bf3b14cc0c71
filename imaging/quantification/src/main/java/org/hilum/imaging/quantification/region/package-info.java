/** From the sums of a region to its quantities, one small measurer per family of quantities. */
@NullMarked
package org.hilum.imaging.quantification.region;

import org.jspecify.annotations.NullMarked;
