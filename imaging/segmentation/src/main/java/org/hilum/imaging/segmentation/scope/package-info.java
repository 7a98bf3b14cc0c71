/** What a scan is like, measured on a coarse grid, to tell whether a network was meant for it. */
@NullMarked
package org.hilum.imaging.segmentation.scope;

import org.jspecify.annotations.NullMarked;
