/** The bulletin on paper: tagged A4 pages with the fonts inside. */
@NullMarked
package org.hilum.epidemic.bulletin.pdf;

import org.jspecify.annotations.NullMarked;
