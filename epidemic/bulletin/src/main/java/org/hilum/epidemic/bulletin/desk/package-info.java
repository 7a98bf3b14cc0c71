/** What the bulletin desk keeps on disk: counts that were sent, and why some were not taken. */
@NullMarked
package org.hilum.epidemic.bulletin.desk;

import org.jspecify.annotations.NullMarked;
