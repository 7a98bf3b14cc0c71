/** Slices of the chest as pictures, with the outlines of lungs and opacities. */
@NullMarked
package org.hilum.imaging.reporting.overlay;

import org.jspecify.annotations.NullMarked;
