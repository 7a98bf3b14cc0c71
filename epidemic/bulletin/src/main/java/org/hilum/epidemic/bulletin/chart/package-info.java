/** Fan charts, small lines and maps of tiles, as shapes that a page or a PDF draws. */
@NullMarked
package org.hilum.epidemic.bulletin.chart;

import org.jspecify.annotations.NullMarked;
