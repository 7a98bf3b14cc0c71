/** Measurements as a structured report after TID 1500 (PS3.16), in a Comprehensive 3D SR object. */
@NullMarked
package org.hilum.imaging.reporting.sr;

import org.jspecify.annotations.NullMarked;
