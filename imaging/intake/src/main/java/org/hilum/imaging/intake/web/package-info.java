/** Intake over HTTP: requests become calls, and refusals become problems in words. */
@NullMarked
package org.hilum.imaging.intake.web;

import org.jspecify.annotations.NullMarked;
