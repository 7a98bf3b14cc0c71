/**
 * Counts of cases, deaths and admissions as they were known on a day: read, checked, corrected with
 * a note.
 */
@NullMarked
package org.hilum.epidemic.surveillance;

import org.jspecify.annotations.NullMarked;
