/** The bulletin as JSON, there and back. */
@NullMarked
package org.hilum.epidemic.bulletin.json;

import org.jspecify.annotations.NullMarked;
