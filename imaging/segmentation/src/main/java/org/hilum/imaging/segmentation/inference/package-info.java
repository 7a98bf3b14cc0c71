/** From slices on the frame to logits, by any network that takes three slices at a time. */
@NullMarked
package org.hilum.imaging.segmentation.inference;

import org.jspecify.annotations.NullMarked;
