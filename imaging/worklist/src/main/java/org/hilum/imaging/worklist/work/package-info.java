/**
 * The work itself: reading a case, comparing it with the patient's prior, keeping what came of it.
 */
@NullMarked
package org.hilum.imaging.worklist.work;

import org.jspecify.annotations.NullMarked;
