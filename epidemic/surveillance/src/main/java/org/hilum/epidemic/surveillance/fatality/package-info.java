/** Proportions with their intervals, and how many cases have had time for an outcome. */
@NullMarked
package org.hilum.epidemic.surveillance.fatality;

import org.jspecify.annotations.NullMarked;
