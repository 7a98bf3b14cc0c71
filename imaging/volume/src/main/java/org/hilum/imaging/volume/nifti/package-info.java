/** Reads and writes the NIfTI format, which never passes the door in its own axes. */
@NullMarked
package org.hilum.imaging.volume.nifti;

import org.jspecify.annotations.NullMarked;
