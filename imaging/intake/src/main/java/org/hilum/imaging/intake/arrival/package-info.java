/** Finds the files worth parsing in a folder, an archive or the index of a disc. */
@NullMarked
package org.hilum.imaging.intake.arrival;

import org.jspecify.annotations.NullMarked;
