/** Uploads from a browser: files that come in pieces, over a line that may be lost at any time. */
@NullMarked
package org.hilum.imaging.intake.upload;

import org.jspecify.annotations.NullMarked;
