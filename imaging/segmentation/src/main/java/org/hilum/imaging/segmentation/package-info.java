/** From a volume to lung, lobe and lesion masks, by networks trained in this repository. */
@NullMarked
package org.hilum.imaging.segmentation;

import org.jspecify.annotations.NullMarked;
