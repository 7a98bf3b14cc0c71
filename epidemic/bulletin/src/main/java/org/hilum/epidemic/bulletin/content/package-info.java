/** What the bulletin says before anybody lays it out: sentences, rows, classes. */
@NullMarked
package org.hilum.epidemic.bulletin.content;

import org.jspecify.annotations.NullMarked;
