/** The whole reading on one picture, for viewers that show nothing but pictures. */
@NullMarked
package org.hilum.imaging.reporting.keypage;

import org.jspecify.annotations.NullMarked;
