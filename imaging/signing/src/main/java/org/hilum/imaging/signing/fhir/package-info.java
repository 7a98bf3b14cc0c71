/** A signed report as FHIR. */
@NullMarked
package org.hilum.imaging.signing.fhir;

import org.jspecify.annotations.NullMarked;
