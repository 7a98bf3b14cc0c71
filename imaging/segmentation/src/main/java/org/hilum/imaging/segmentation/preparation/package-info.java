/** From a volume to the network's frame: body box, frame, slice step, sampling. */
@NullMarked
package org.hilum.imaging.segmentation.preparation;

import org.jspecify.annotations.NullMarked;
