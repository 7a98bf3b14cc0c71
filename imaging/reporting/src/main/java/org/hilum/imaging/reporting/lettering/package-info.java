/**
 * Letters of the embedded open fonts as outlines, for pictures and for the PDF, on machines that
 * have no font at all.
 */
@NullMarked
package org.hilum.imaging.reporting.lettering;

import org.jspecify.annotations.NullMarked;
