/** Step by step through a series: what its source took back, sent late, left out or redefined. */
@NullMarked
package org.hilum.epidemic.surveillance.review;

import org.jspecify.annotations.NullMarked;
