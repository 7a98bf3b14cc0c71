/** DICOMweb of what is kept: QIDO-RS and WADO-RS (PS3.18). */
@NullMarked
package org.hilum.imaging.archive.web;

import org.jspecify.annotations.NullMarked;
