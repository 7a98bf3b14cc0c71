/** Both dates' amounts of a region or lesion, their difference and its limit. */
@NullMarked
package org.hilum.imaging.comparison.change;

import org.jspecify.annotations.NullMarked;
