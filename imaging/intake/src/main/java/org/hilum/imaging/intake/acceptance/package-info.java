/** Whether an object that came can be kept: it must say what it is and where it belongs. */
@NullMarked
package org.hilum.imaging.intake.acceptance;

import org.jspecify.annotations.NullMarked;
