/** Answers C-FIND, C-MOVE and C-GET with what the archive keeps. */
@NullMarked
package org.hilum.imaging.archive.network;

import org.jspecify.annotations.NullMarked;
