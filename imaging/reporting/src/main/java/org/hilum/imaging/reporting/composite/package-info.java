/** What every DICOM result object shares: the modules of patient, study, series and equipment. */
@NullMarked
package org.hilum.imaging.reporting.composite;

import org.jspecify.annotations.NullMarked;
