/** What is written of a signed report: page, DICOM objects, FHIR, and the frozen text itself. */
@NullMarked
package org.hilum.imaging.signing.objects;

import org.jspecify.annotations.NullMarked;
