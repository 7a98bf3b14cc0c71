/** How the work of one segmentation is shared among a fixed number of threads. */
@NullMarked
package org.hilum.imaging.segmentation.workers;

import org.jspecify.annotations.NullMarked;
