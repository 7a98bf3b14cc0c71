/** What is handed out for training, with consent and without identity. */
@NullMarked
package org.hilum.imaging.correction.training;

import org.jspecify.annotations.NullMarked;
