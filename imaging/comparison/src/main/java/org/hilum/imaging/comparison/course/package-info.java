/** What the dates say together: verdict, stage, doubling time. */
@NullMarked
package org.hilum.imaging.comparison.course;

import org.jspecify.annotations.NullMarked;
