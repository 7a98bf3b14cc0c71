/** The bulletin as a page that asks nothing of the network. */
@NullMarked
package org.hilum.epidemic.bulletin.html;

import org.jspecify.annotations.NullMarked;
