/** A CT series becomes one volume in HU with its geometry, or is refused with reasons. */
@NullMarked
package org.hilum.imaging.volume;

import org.jspecify.annotations.NullMarked;
