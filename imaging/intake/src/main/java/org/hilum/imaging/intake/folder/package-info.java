/** Files that others put into a folder: found, taken when they no longer change, put away. */
@NullMarked
package org.hilum.imaging.intake.folder;

import org.jspecify.annotations.NullMarked;
