/** The audit trail in the words of FHIR. */
@NullMarked
package org.hilum.platform.access.fhir;

import org.jspecify.annotations.NullMarked;
