/** Opacities of known place and extent inside the lungs. */
@NullMarked
package org.hilum.imaging.phantom.disease;

import org.jspecify.annotations.NullMarked;
