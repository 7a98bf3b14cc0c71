/**
 * The line as one job: the order of the steps from what arrived to what is written, study by study.
 */
@NullMarked
package org.hilum.imaging.reading;

import org.jspecify.annotations.NullMarked;
