/** Reads tables of comma-separated values. */
@NullMarked
package org.hilum.imaging.evaluation.manifest;

import org.jspecify.annotations.NullMarked;
