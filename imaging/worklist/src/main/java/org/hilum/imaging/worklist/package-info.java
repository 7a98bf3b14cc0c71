/**
 * The studies that wait, are being read or are done: how far each is, how urgent and why, and what
 * came of it.
 */
@NullMarked
package org.hilum.imaging.worklist;

import org.jspecify.annotations.NullMarked;
