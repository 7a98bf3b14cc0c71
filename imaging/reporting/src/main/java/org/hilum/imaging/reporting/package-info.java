/**
 * From findings to a report: written as DICOM SEG, SR, Secondary Capture and encapsulated PDF, as
 * PDF, pictures, NIfTI masks and JSON.
 */
@NullMarked
package org.hilum.imaging.reporting;

import org.jspecify.annotations.NullMarked;
