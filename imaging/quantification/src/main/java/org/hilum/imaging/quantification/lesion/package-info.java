/** Which opacity voxels hang together as lesions, and what each lesion measures. */
@NullMarked
package org.hilum.imaging.quantification.lesion;

import org.jspecify.annotations.NullMarked;
