/** How the measured pattern fits the published categories of COVID-19 pneumonia on CT. */
@NullMarked
package org.hilum.imaging.quantification.pattern;

import org.jspecify.annotations.NullMarked;
