/** From logits to plausible lungs, sides and opacities, all on the network's frame. */
@NullMarked
package org.hilum.imaging.segmentation.cleanup;

import org.jspecify.annotations.NullMarked;
