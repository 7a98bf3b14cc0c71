/** A lung on cubes along the patient's axes, and what stands out of it. */
@NullMarked
package org.hilum.imaging.lobes.grid;

import org.jspecify.annotations.NullMarked;
