/** How the lungs of two dates are laid on each other, in a frame that lies midway between both. */
@NullMarked
package org.hilum.imaging.comparison.alignment;

import org.jspecify.annotations.NullMarked;
