/** Corrections over HTTP. */
@NullMarked
package org.hilum.imaging.correction.web;

import org.jspecify.annotations.NullMarked;
