/** The key page as a picture that every viewer shows: a Secondary Capture image (PS3.3 A.8.1). */
@NullMarked
package org.hilum.imaging.reporting.capture;

import org.jspecify.annotations.NullMarked;
