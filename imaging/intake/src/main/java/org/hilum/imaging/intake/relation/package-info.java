/** Sorts instances into studies and series by their identifiers, and checks that these agree. */
@NullMarked
package org.hilum.imaging.intake.relation;

import org.jspecify.annotations.NullMarked;
