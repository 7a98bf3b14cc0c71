/** Whether two files hold the same object. */
@NullMarked
package org.hilum.imaging.archive.content;

import org.jspecify.annotations.NullMarked;
